/** Fitted by `test/bench/desk-confidence-fit.ts`: what is added to the log odds of each kind of decision. */
export const CONFIDENCE_TREES: Readonly<Record<string, string>> = {
  article: `
the least certain of the story>0.9886|the least certain of the story>0.2391|begun by byline>1|0.079|-0.03|begun by byline>1|-0.09|0.009|0.055
the least certain of the story>0.9886|the least certain of the story>0.2391|begun by byline>1|0.075|-0.028|begun by byline>1|-0.082|0.009|open ends on the page>0.4375|0.055|0.002
beginnings inside a sentence on the page>0.125|the least certain of the story>0.9886|the least certain of the story>0.2391|0.01|-0.077|0.043|other ways to match the page>0.01098|-0.01|the rest of the page>0.08567|0.067|-0.004
what stands below>-1.764|the rest of the story>0.03589|0.025|-0.083|the rest of the story>0.3802|what stands above>-0.1255|0.056|-0.018|what stands above>-0.6278|-0.032|0.03
what stands below>-1.764|the rest of the story>0.03589|0.024|-0.081|what stands above>-1.532|the least certain of the story>-0.2256|-0.004|0.051|beginnings inside a sentence on the page>0.08696|-0.034|0.039
what stands below>-1.764|said>4.821|-0.079|0.024|the rest of the page>0.07868|the rest of the story>0.3802|0.054|-0.013|the least certain of the story>0.9886|-0.031|0.026
the least certain of the story>0.9886|the least certain of the story>0.2391|begun by byline>1|0.067|-0.031|begun by byline>1|-0.07|0.009|columns out of order>0.6667|0|0.05
what stands below>-1.764|the rest of the story>0.03589|0.023|-0.078|other ways to match the page>0.01589|the rest of the page>0.04351|0.011|-0.029|the rest of the page>0.07868|0.045|-0.005
what stands below>-1.764|said>4.821|-0.076|0.023|the least certain of the page>1.068|columns out of order>1|0.023|-0.036|what stands above>0|0.047|-0.01
beginnings inside a sentence on the page>0.125|the least certain of the story>0.9886|the least certain of the page>0.5454|0.014|-0.066|0.036|the least certain of the page>1.068|the rest of the page>0.06641|0.021|-0.032|0.055
what stands below>-1.764|the rest of the story>0.03589|0.023|-0.074|other ways to match the page>0.01589|the rest of the page>0.04351|0.01|-0.027|the rest of the story>0.3802|0.039|-0.005
what stands below>-1.764|said>4.821|-0.072|0.023|what stands above>-1.532|the least certain of the story>-0.2256|-0.005|0.044|beginnings inside a sentence on the page>0.08696|-0.03|0.032
the least certain of the story>0.9886|the least certain of the story>0.2391|begun by byline>1|0.063|-0.03|begun by byline>1|-0.064|0.008|columns out of order>0.6667|-0.002|0.044
what stands below>-1.764|the rest of the story>0.03589|0.022|-0.071|the rest of the page>0.07868|the rest of the story>0.3802|0.045|-0.009|what stands above>-1.532|0.023|-0.027
what stands below>-1.764|said>4.821|-0.069|0.022|the least certain of the page>1.068|columns out of order>1|0.021|-0.031|beginnings inside a sentence on the page>0.07143|-0.003|0.047
what stands below>-1.764|the rest of the story>0.03589|0.022|other ways to match the page>0.1051|-0.072|0.001|other ways to match the page>0.01589|the rest of the page>0.04351|0.01|-0.027|the rest of the page>0.07868|0.037|-0.006
the least certain of the story>0.9886|the least certain of the story>0.2391|begun by byline>1|0.058|-0.03|begun by byline>1|-0.059|0.007|columns out of order>0.6667|-0.003|0.042
what stands below>-1.764|said>4.821|-0.066|0.021|first on the page>1|what stands below>-0.3033|0.037|-0.004|-0.017
beginnings inside a sentence on the page>0.125|the least certain of the story>0.9886|the least certain of the page>0.5454|0.013|-0.057|0.029|the least certain of the page>1.068|the rest of the page>0.06641|0.018|-0.031|begun by box>1|0.05|0.001
what stands below>-1.839|said>4.821|-0.064|0.019|the least certain of the page>1.068|the rest of the page>0.06641|0.019|-0.029|what stands above>0|0.04|-0.009
what stands below>-1.839|said>4.821|-0.062|0.019|what stands above>-1.532|the least certain of the story>-0.2256|-0.003|0.037|what stands above>-1.096|-0.038|0.024
other ways to match the page>0.01589|the least certain of the page>0.6107|the rest of the story>0.2059|0.017|-0.009|of kind main>1|0.011|-0.064|the rest of the page>0.07868|what stands above>-1.208|-0.003|0.047|open ends on the page>0.25|0.02|-0.038
what stands below>-1.839|said>4.821|-0.06|0.018|what stands above>-1.532|stories on the page>1.04|-0.004|0.035|what stands above>-1.096|-0.035|0.02
beginnings inside a sentence on the page>0.125|the least certain of the story>0.9886|the least certain of the page>0.948|0.004|-0.062|0.025|the least certain of the page>1.068|the rest of the page>0.06641|0.017|-0.031|begun by box>1|0.047|0
other ways to match the page>0.01589|the least certain of the page>0.4559|0.009|of kind main>1|0.01|-0.061|the rest of the page>0.08567|beginnings inside a sentence on the page>0.1|0|0.048|the least certain of the story>0.9886|-0.032|0.021
other ways to match the page>0.01589|the least certain of the page>0.6107|the rest of the story>0.2059|0.017|-0.009|of kind main>1|0.011|-0.061|the rest of the page>0.07868|the rest of the story>0.3802|0.04|-0.008|open ends on the page>0.25|0.02|-0.033
what stands below>-1.839|said>4.821|-0.058|0.018|the least certain of the page>1.235|the least certain of the page>0.04808|0.025|-0.02|other ways to match the page>0.1327|0.038|-0.012
what stands below>-1.839|the rest of the story>0.03589|0.018|the least certain of the page>0.7399|0.003|-0.062|first on the page>1|what stands above>-0.6278|-0.001|0.041|-0.018
what stands below>-1.839|the rest of the story>0.03589|0.018|other ways to match the page>0.1051|-0.061|0.003|what stands above>-1.532|the rest of the page>0.05775|-0.002|0.036|what stands above>-1.096|-0.032|0.018
the least certain of the story>0.2391|begun by byline>1|0.056|the rest of the page>0.04019|0.018|-0.046|begun by byline>1|what stands above>-0.6278|-0.061|0.014|0.027
`,
  head: `
others like it>0.8047|in the first stretch of its story>1|others like it>0.5493|-0.018|0.126|what stands above>-1.443|0.051|-0.032|in the first stretch of its story>1|-0.154|0.071
others like it>0.8047|in the first stretch of its story>1|others like it>0.5493|-0.017|0.117|a story with a byline>1|0.048|-0.032|in the first stretch of its story>1|-0.141|0.067
others like it>0.8047|in the first stretch of its story>1|others like it>0.5493|-0.016|0.109|the least certain of the page>0.3132|0.055|-0.026|in the first stretch of its story>1|-0.129|0.064
a story with a byline>1|the least certain of the story>0.4437|a subtitle>1|0.145|-0.032|the least certain of the stretch>0.4877|-0.093|0.046|others like it>0.5493|the least certain of the page>0.3132|0.031|-0.089|below text that goes on>1|0.043|-0.108
others like it>0.8047|the rest of the stretch>0.078|what follows it>-1.315|0.051|-0.075|the least certain of the stretch>0.176|0.092|-0.006|in the first stretch of its story>1|-0.122|0.059
a story with a byline>1|the least certain of the story>0.4437|a subtitle>1|0.129|-0.032|the least certain of the stretch>0.4877|-0.086|0.043|what stands below>-0.4987|by itself>0.6641|-0.037|0.063|the rest of the story>0.3127|-0.104|0.052
the rest of the story>0.1986|what stands below>-0.4987|by itself>0.6641|-0.035|0.052|the least certain of the stretch>0.8674|-0.119|0.034|the least certain of the story>0.1575|0.119|its story>-1.034|0.046|-0.071
its story>-1.607|what follows it>-1.315|what stands above>-1.17|0.079|-0.008|a headline behind other text>1|-0.077|0.056|doubtful by itself>1|what stands above>0|-0.067|0.032|the rest of the stretch>0.01378|-0.066|0.098
what it follows>-0.5835|its stretch is the whole story>1|a headline behind other text>1|0.098|-0.041|what follows it>-1.315|0.051|-0.045|the rest of the story>0.1986|the least certain of the page>0.1745|0.036|-0.112|the least certain of the story>0.1575|0.097|-0.027
others like it>0.8047|in the first stretch of its story>1|others like it>0.5493|-0.012|0.096|open ends on the page>0.2727|-0.034|0.03|in the first stretch of its story>1|-0.101|0.055
other ways to match the page>0.03441|a story with a byline>1|the rest of the page>0.03335|-0.009|0.082|the least certain of the stretch>-0.3181|0.04|-0.046|the least certain of the page>1.315|its story>-1.607|-0.069|0.015|the rest of the stretch>0.01378|-0.035|0.044
what it follows>-0.5835|its stretch is the whole story>1|a headline behind other text>1|0.089|-0.039|what follows it>-1.315|0.049|-0.037|the least certain of the page>0.1745|by itself>1.652|0.067|0.001|the rest of the story>0.1986|-0.096|0.003
others like it>0.8047|the rest of the stretch>0.0202|what follows it>-1.315|0.043|-0.098|doubtful by itself>1|-0.012|0.055|in the first stretch of its story>1|-0.092|0.05
what it follows>-0.5835|stands above what it follows>1|section heads built alike>1|-0.017|0.08|-0.045|the least certain of the page>0.1745|open ends on the page>0.3889|0.064|0.001|the rest of the story>0.1986|-0.083|-0.002
the rest of the page>0.05699|the least certain of the page>-0.1172|below text that goes on>1|0.058|-0.015|the least certain of the story>0.6802|-0.069|0.037|other ways to match the page>0.09157|open ends on the page>0.1818|-0.014|0.077|what follows it>-0.6579|0.033|-0.048
others like it>0.8047|in the first stretch of its story>1|others like it>0.5493|-0.011|0.085|beginnings inside a sentence on the page>0.08333|-0.027|0.04|in the first stretch of its story>1|-0.085|0.045
the least certain of the stretch>-0.6079|open ends on the page>0.129|by itself>0.6641|-0.04|0.015|open ends on the page>0.4118|0.087|-0.006|the rest of the story>0.06575|other ways to match the page>0.1222|-0.087|0.017|the least certain of the story>0.1575|0.051|-0.021
other ways to match the page>0.03441|a story with a byline>1|the rest of the page>0.03335|-0.009|0.074|the least certain of the stretch>-0.3181|0.037|-0.043|what follows it>-1.315|doubtful by itself>1|0.059|-0.014|its story>-1.607|-0.064|0.02
the rest of the stretch>0.01186|what follows it>-1.315|its story>-1.839|0.037|-0.018|-0.082|the least certain of the stretch>-0.6079|what stands above>-1.297|-0.006|0.069|the rest of the page>0.05699|-0.043|0.021
the rest of the stretch>0.01186|what follows it>-1.315|what stands below>-1.764|-0.015|0.039|by itself>0.6641|-0.082|0.001|what follows it>0|below text that goes on>1|0.013|-0.098|a subhead>1|0.1|-0.05
the rest of the page>0.08688|open ends on the page>0.2143|the least certain of the page>0.01734|0.046|-0.073|open ends on the page>0.3889|0.053|-0.023|its stretch is the whole story>1|a title>1|0.083|-0.034|what stands above>-1.235|0.038|-0.049
what it follows>-0.5835|stands above what it follows>1|section heads built alike>1|-0.014|0.072|-0.042|the least certain of the page>0.1745|open ends on the page>0.3889|0.058|0.001|what stands above>0.03737|-0.049|0.034
other ways to match the page>0.03441|a story with a byline>1|the least certain of the story>1.147|0.069|-0.011|the least certain of the stretch>-0.3181|0.031|-0.039|what follows it>-1.315|doubtful by itself>1|0.056|-0.013|its story>-1.607|-0.058|0.017
the rest of the page>0.08688|open ends on the page>0.2143|the least certain of the page>0.01734|0.041|-0.061|columns out of order>0.6667|-0.022|0.047|what follows it>-0.3591|a title>1|0.082|-0.018|a story with a byline>1|0.042|-0.05
others like it>0.8047|in the first stretch of its story>1|others like it>0.5493|-0.009|0.078|beginnings inside a sentence on the page>0.08333|-0.025|0.038|in the first stretch of its story>1|-0.074|0.042
other ways to match the page>0.03441|begun by byline>1|by itself>-0.08987|-0.018|0.069|-0.015|the least certain of the page>1.315|the least certain of the stretch>-0.7552|0.026|-0.042|other ways to match the page>0.09157|0.048|-0.008
the rest of the stretch>0.01186|what follows it>-1.315|what it follows>-1.17|0.037|-0.014|by itself>0.6641|-0.075|0|doubtful by itself>1|what stands below>-1.051|0.043|-0.052|its story>-1.839|-0.022|0.066
what it follows>-0.5835|what stands above>-0.8833|by itself>1.182|-0.031|0.049|said>4.009|0.077|-0.032|the least certain of the story>0.1575|what follows it>-0.3591|-0.039|0.093|what stands above>0.03737|-0.059|0.031
the rest of the stretch>0.01186|what follows it>-1.315|what stands below>-1.764|-0.013|0.036|-0.068|what follows it>0|others like it>0.5493|-0.043|0.035|a subhead>1|0.094|-0.043
stands above what it follows>1|a title>1|its story>-1.839|-0.009|0.096|of kind main>1|0.045|-0.083|a headline behind other text>1|-0.122|0.062
`,
  line: `
the least certain of the story>0.9172|the least certain of the story>0.08716|its story>-1.059|0.084|-0.032|begun by byline>1|-0.167|0.017|columns out of order>0.6667|-0.011|the least certain of the page>1.208|0|0.107
the least certain of the story>0.9172|the least certain of the story>0.08716|its story>-1.059|0.078|-0.03|begun by byline>1|-0.151|0.016|columns out of order>0.6667|-0.011|the least certain of the page>1.208|0|0.102
the least certain of the story>0.9172|the least certain of the story>0.08716|its story>-1.059|0.073|-0.028|begun by byline>1|-0.135|0.015|columns out of order>0.6667|-0.01|the least certain of the page>1.208|0|0.097
the least certain of the story>0.9172|the least certain of the story>0.08716|its story>-1.059|0.068|-0.026|begun by byline>1|-0.122|0.014|open ends on the page>0.4375|other ways to match the page>0.06295|0.003|0.089|-0.013
the least certain of the story>0.9172|the least certain of the story>0.08716|columns out of order>1|0.067|-0.024|other ways to match the page>0.1109|-0.105|0.024|columns out of order>1|-0.008|0.088
what follows it>-1.532|what stands above>-1.443|0.024|other ways to match the page>0.1109|-0.105|0.003|a story with a subtitle>1|other ways to match the page>0.01589|-0.016|0.056|in the first stretch of its story>1|-0.08|0.033
the least certain of the story>0.9172|the least certain of the page>0.1689|the least certain of the stretch>-0.961|0|0.059|other ways to match the page>0.1109|-0.082|0.025|columns out of order>1|-0.01|0.081
what follows it>-1.703|said>5.237|-0.091|0.015|the rest of the stretch>0.0105|other ways to match the page>0.1109|-0.051|0.04|its story>-1.059|0.082|0.004
what follows it>-1.703|said>5.237|-0.089|0.014|the rest of the stretch>0.0105|the rest of the story>0.2136|-0.049|0.035|the rest of the stretch>0.1671|0.079|0.002
what follows it>-1.703|what it follows>-1.235|0.014|-0.087|the rest of the stretch>0.0105|other ways to match the page>0.1109|-0.042|0.04|its story>-1.059|0.075|0.002
what follows it>-1.703|said>5.237|-0.084|0.014|the rest of the stretch>0.0105|open ends on the page>0.3529|0.029|-0.051|the rest of the stretch>0.1671|0.072|0
the least certain of the story>0.9172|the rest of the story>0.1002|the least certain of the stretch>-1.068|-0.031|0.06|begun by byline>1|-0.093|0.009|columns out of order>1|-0.009|0.077
what follows it>-1.443|said>5.237|-0.085|0.025|what it follows>-0.5333|the rest of the story>0.1002|0.037|-0.062|what stands above>-1.195|-0.023|0.066
the least certain of the story>0.9172|the least certain of the page>0.1689|the least certain of the stretch>-0.961|0|0.052|the rest of the story>0.07141|0.021|-0.068|open ends on the page>0.4375|other ways to match the page>0.06295|-0.001|0.074|-0.017
what follows it>-1.703|what it follows>-1.235|0.013|-0.077|the rest of the stretch>0.0105|columns out of order>0.6667|-0.048|0.026|its story>-1.059|0.068|0
what follows it>-1.703|what it follows>-1.235|0.013|-0.075|a story with a subtitle>1|other ways to match the page>0.01589|-0.025|0.045|in the first stretch of its story>1|-0.067|0.037
the least certain of the story>0.9172|the least certain of the page>0.1689|the least certain of the stretch>-0.961|0|0.049|other ways to match the page>0.1109|-0.064|0.021|columns out of order>1|-0.014|0.068
what follows it>-1.532|what stands above>-1.443|0.022|other ways to match the page>0.1109|-0.084|0.004|what stands above>-0.5309|open ends on the page>0.3529|0.024|-0.048|byline: words of another story>0.2938|0.065|-0.03
what follows it>-1.764|what it follows>-1.235|0.011|-0.069|the rest of the story>0.1002|the least certain of the stretch>-1.281|-0.018|0.059|the rest of the story>0.1398|-0.07|0.026
the least certain of the page>0.1689|what stands below>-1.764|0.001|0.045|the least certain of the story>0.9172|said>5.237|-0.056|0.027|columns out of order>1|-0.016|0.063
what follows it>-1.703|said>5.237|-0.067|0.013|the rest of the stretch>0.0105|open ends on the page>0.3889|0.024|-0.047|the rest of the stretch>0.1671|0.062|-0.003
what follows it>-1.764|what it follows>-1.235|0.011|-0.064|the rest of the story>0.1002|the least certain of the stretch>-1.281|-0.018|0.056|the rest of the story>0.1398|-0.065|0.025
other ways to match the page>0.02495|the least certain of the page>0.1689|0.026|the rest of the page>0.1056|-0.083|0.02|the rest of the page>0.1056|of kind main>1|-0.019|0.051|the least certain of the story>0.9172|-0.071|0.031
what follows it>-1.532|what stands above>-1.443|0.02|other ways to match the page>0.1109|-0.075|0.004|the least certain of the page>1.051|columns out of order>1|0.023|-0.048|other ways to match the page>0.08891|0.072|-0.02
other ways to match the page>0.1109|the least certain of the page>0.1689|0.036|the least certain of the page>1.208|-0.066|0.02|what stands above>-1.195|byline: another story above>1|0.013|-0.033|of kind main>1|-0.003|0.057
what follows it>-1.703|what it follows>-0.5333|0.011|-0.062|the rest of the stretch>0.0105|columns out of order>0.6667|-0.046|0.022|its story>-1.059|0.059|-0.006
what follows it>-1.764|what it follows>-1.235|0.01|-0.058|the rest of the story>0.1002|the least certain of the stretch>-1.281|-0.017|0.052|the rest of the story>0.1398|-0.061|0.021
the least certain of the page>0.1689|0.037|the least certain of the story>0.9172|open ends on the page>0.4667|-0.052|0.021|columns out of order>1|-0.018|0.056
what follows it>-1.764|what it follows>-1.235|0.011|-0.055|the rest of the story>0.1002|the least certain of the stretch>-1.281|-0.017|0.051|the rest of the story>0.1398|-0.055|0.021
its stretch is the whole story>1|the least certain of the page>0.7921|the least certain of the page>0.1689|0.02|-0.046|below title>1|0.062|-0.015|the least certain of the page>0.5861|of kind main>1|-0.013|0.047|a story without a headline>1|-0.085|0.022
`,
  paragraph: `
the least certain of the stretch>0.8622|the least certain of the story>-0.1199|all the text of its story in one column>1|0.109|-0.04|the rest of the story>0.07009|-0.448|-0.051|may complete another text>0.004928|the rest of the story>0.1282|0.005|0.179|the rest of the stretch>0.3281|-0.07|0.069
its stretch is the whole story>1|the least certain of the page>0.8674|the least certain of the story>-0.1199|0.118|-0.06|the rest of the column>0.2005|0.145|0.041|the least certain of the story>-0.6548|in a story begun by label>1|0.124|-0.069|the rest of the stretch>0.068|-0.219|-0.036
the least certain of the stretch>0.8622|the least certain of the story>-0.1199|all the text of its story in one column>1|0.096|-0.029|the rest of the story>0.05507|-0.342|-0.044|the rest of the stretch>0.188|the least certain of the column>-0.3971|0.06|-0.092|by itself>0.9745|0.148|-0.003
the least certain of the story>1.068|the least certain of the story>-0.1199|in a story begun by title>1|-0.026|0.092|the rest of the story>0.09224|-0.19|-0.025|may complete another text>0.004928|the least certain of the stretch>-0.8096|-0.024|0.126|the rest of the column>0.3505|-0.08|0.052
its stretch is the whole story>1|in a story begun by title>1|the least certain of the story>0.3452|-0.016|0.18|the rest of the stretch>0.3281|0.066|-0.11|the rest of the stretch>0.0155|by itself>0.5169|-0.054|0.121|its story>-1.935|-0.087|0.014
the least certain of the page>0.05613|open ends on the page>0.4545|in a story begun by label>1|0.129|0.019|other ways to match the page>0.06499|0.019|-0.087|the least certain of the stretch>0.8622|its stretch is the whole story>1|0.009|-0.06|may complete another text>0.004928|0.102|-0.013
the least certain of the page>-0.1035|all the text of its story in one column>1|by itself>0.1646|0.001|0.131|the least certain of the column>-0.5704|0.054|-0.044|the least certain of the stretch>0.8622|the rest of the story>0.01456|0.085|-0.032|other ways to match the page>0.1122|0.098|0.002
its story>-1.935|the least certain of the stretch>-0.2574|in a story begun by title>1|-0.064|0.075|the rest of the story>0.05507|-0.205|-0.026|what stands above>-1.333|the rest of the story>0.05507|0.03|-0.191|in the first stretch of its story>1|0.124|0.031
the least certain of the page>0.05613|open ends on the page>0.4545|in a story begun by label>1|0.112|0.02|all the text of its story in one column>1|0.014|-0.092|the least certain of the story>1.068|what stands above>-0.07228|-0.004|-0.082|may complete another text>0.004928|0.078|-0.029
its story>-1.935|what stands above>-0.5357|below a whole paragraph>1|0.095|-0.037|the rest of the story>0.1826|-0.121|-0.019|the least certain of the column>-1.136|the least certain of the story>-0.6548|0.031|-0.159|the least certain of the column>0.1575|0.074|-0.033
all the text of its story in one column>1|its story>-1.5|the least certain of the stretch>-0.2574|0.056|-0.034|said>0.2095|0.154|0.014|the least certain of the story>0.3452|the rest of the story>0.1826|-0.033|0.173|stories on the page>0.8047|0.015|-0.206
the least certain of the page>-0.1035|all the text of its story in one column>1|by itself>0.1646|-0.003|0.113|the least certain of the story>-0.5381|0.049|-0.042|the least certain of the stretch>0.8622|the rest of the story>0.01456|0.074|-0.024|the rest of the story>0.1282|-0.027|0.067
what follows it>0|may complete another text>0.004928|in a story begun by box>1|0.03|0.169|what follows it>-0.8726|-0.132|0.02|all the text of its story in one column>1|in a story begun by title>1|0.061|-0.038|what stands below>-0.9815|-0.012|-0.18
the least certain of the story>-0.1199|by itself>0.1646|-0.096|in a story begun by title>1|-0.015|0.097|the rest of the stretch>0.053|what it follows>-1.652|0.042|-0.153|in a story begun by title>1|0.04|-0.031
all the text of its story in one column>1|its story>-1.703|what stands above>-0.5357|0.024|-0.052|its story>-0.9172|0.085|-0.016|the least certain of the story>0.3452|the rest of the story>0.1826|-0.027|0.15|its column begins inside a sentence>0.12|-0.175|0.011
the rest of the column>0.0244|the rest of the column>0.008429|other ways to match the page>0.02606|-0.048|0.047|the rest of the story>0.02746|0.036|-0.133|what follows it>0|may complete another text>0.02343|0.046|-0.055|all the text of its story in one column>1|0.013|-0.086
beginnings inside a sentence on the page>0.125|the rest of the story>0.012|may complete another text>0.004928|0.096|-0.006|the least certain of the column>-0.9886|-0.078|-0.002|in a story begun by title>1|the rest of the column>0.0244|-0.052|0.104|by itself>0.1646|-0.125|0.03
the least certain of the page>0.05613|open ends on the page>0.4545|what follows it>-1.935|-0.017|0.083|all the text of its story in one column>1|0.011|-0.089|the least certain of the page>0.7552|what stands above>-0.7794|0.014|-0.076|what it follows>-0.9416|-0.033|0.031
the least certain of the column>0.1575|in a story begun by box>1|its story>-0.9172|0.012|-0.08|the least certain of the story>0.3452|0.148|-0.037|in a story begun by label>1|its story>-1.5|-0.123|-0.008|beginnings inside a sentence on the page>0.05882|-0.009|0.078
all the text of its story in one column>1|its story>-1.5|what stands above>-0.7794|0.029|-0.037|said>0.2095|0.115|0.003|the least certain of the story>0.3452|the rest of the story>0.1826|-0.03|0.124|the least certain of the page>0.4684|0.011|-0.149
the rest of the stretch>0.053|said>3.691|what stands below>-1.839|0.014|-0.099|the rest of the story>0.03492|0.094|-0.065|the least certain of the story>0.08039|by itself>0.8622|0.076|-0.007|all the text of its story in one column>1|0.006|-0.077
what stands below>-1.935|other ways to match the page>0.09822|what it follows>-1.068|0.001|0.096|the least certain of the story>-0.1199|0.044|-0.044|what follows it>0|may complete another text>0.004928|0.026|-0.049|what stands above>-0.9416|-0.105|0
the least certain of the stretch>0.8622|the least certain of the page>1.703|beginnings inside a sentence on the page>0.125|-0.011|0.042|the least certain of the story>1.068|-0.088|0.052|the least certain of the column>-0.3971|may complete another text>0.004928|0.111|-0.021|what it follows>-0.1117|-0.054|0.055
the least certain of the page>-0.1035|columns out of order>0.3333|an end it could complete>-1.306|-0.042|0.035|may complete another text>0.004928|0.087|-0.001|the rest of the stretch>0.053|said>4.329|-0.057|0.063|in a story begun by title>1|0.03|-0.014
the least certain of the story>-0.4238|its story>-0.9172|by itself>0.1646|-0.071|0.061|-0.112|the rest of the story>0.05507|the least certain of the column>-1.315|0.058|-0.135|all the text of its story in one column>1|0.013|-0.053
in a story begun by box>1|its story>-0.9172|its stretch is the whole story>1|0.041|-0.016|the least certain of the story>0.3452|-0.168|0.048|the least certain of the story>0.3452|0.133|all the text of its story in one column>1|0.044|-0.075
what stands below>-1.839|by itself>0.1646|-0.03|what it follows>-1.47|-0.007|0.07|by itself>1.5|what follows it>-0.4579|0.022|-0.021|the rest of the story>0.02746|0.039|-0.12
in a story begun by box>1|its story>-0.9172|its stretch is the whole story>1|0.033|-0.013|said>0.2095|0.071|-0.117|the least certain of the story>0.3452|0.124|the rest of the page>0.06661|-0.078|0.031
the least certain of the page>0.05613|all the text of its story in one column>1|what follows it>-1.297|-0.005|0.1|open ends on the page>0.2308|0.032|-0.076|stories on the page>1.04|the least certain of the story>0.3452|-0.095|0.001|said>4.513|-0.004|0.072
beginnings inside a sentence on the page>0.125|the rest of the story>0.012|other ways to match the page>0.004475|-0.006|0.083|all the text of its story in one column>1|-0.002|-0.061|other ways to match the page>0.06499|in a story begun by title>1|0.04|-0.1|the least certain of the page>1.703|0.087|-0.004
`,
  seam: `
belongs>0.2019|open ends on the page>0.0625|stories on the page>0.973|-0.026|0.097|another beginning would fit>-1.566|-0.064|0.018|the least certain of the page>1.47|among all ways to match>1.182|-0.115|0.009|beginnings inside a sentence on the page>0.1429|0.032|-0.031
another beginning would fit>-1.566|open ends on the page>0.0625|0.021|other ways to match the page>0.04416|0.017|-0.122|another beginning would fit>-0.1491|what it follows>-1.935|-0.019|0.063|far and other ways>0.4018|-0.074|0.028
belongs>0.2019|what stands above>0.009334|the rest of the block>0.02|-0.021|0.052|-0.049|the least certain of the page>1.47|the rest of the story>0.006769|0.011|-0.1|beginnings inside a sentence on the page>0.1429|0.029|-0.03
another beginning would fit>-1.566|said>5.151|the least certain of the stretch>0.5333|-0.108|0.018|0.022|another beginning would fit>-0.1491|what follows it>0|0.058|-0.008|far and other ways>0.4018|-0.062|0.021
belongs>0.2019|open ends on the page>0.0625|stories on the page>0.973|-0.024|0.083|what stands below>-1.652|0.06|-0.024|among all ways to match>0.6909|what it follows>-1.182|-0.096|-0.002|what stands below>-1.352|0.041|-0.032
belongs>0.2019|stories on the page>0.973|the least certain of the block>-1.703|0.025|-0.067|open ends on the page>0.0625|0.074|0.005|the least certain of the page>1.47|the least certain of the block>-1.703|0.008|-0.083|beginnings inside a sentence on the page>0.1429|0.03|-0.028
another beginning would fit>-1.566|other ways to match the page>0.04416|0.022|the least certain of the stretch>0.5333|-0.092|0.017|the rest of the story>0.02041|among all ways to match>0.1738|-0.021|0.081|the rest of the block>0.031|-0.08|0.018
another story between>1|what stands below>-1.652|another beginning would fit>-1.424|-0.023|0.064|beginnings inside a sentence on the page>0.25|-0.046|0.051|the rest of the stretch>0.01017|-0.048|what stands above>-1.395|-0.013|0.095
belongs>0.2019|what stands above>0.009334|the least certain of the column>-1.373|-0.034|0.038|-0.048|another beginning would fit>-0.8398|said>3.321|-0.092|0.012|another beginning would fit>-0.1491|0.041|-0.044
the rest of the page>0.07177|belongs>-0.06171|what stands above>-0.9958|0.07|-0.027|another story between>1|-0.07|0.037|the rest of the stretch>0.099|the least certain of the stretch>-0.6249|0.029|-0.045|what speaks for the pair>1.445|0.07|-0.01
another beginning would fit>-1.734|said>5.151|the rest of the page>0.04193|0.007|-0.083|0.019|another beginning would fit>-0.1491|other ways to match the page>0.1719|0.047|-0.034|the rest of the story>0.02041|0.047|-0.039
not the next text>1|its story>-1.443|by itself>0.9886|-0.013|0.058|the rest of the stretch>0.3709|-0.136|0.013|the rest of the stretch>0.01685|what speaks for the pair>1.016|-0.06|0.014|stands earlier>1|0.066|-0.009
the rest of the page>0.07177|the rest of the page>0.03671|another end would fit>-1.071|-0.025|0.048|another story between>1|-0.056|0.022|the rest of the stretch>0.07778|the least certain of the story>-0.6969|0.026|-0.044|the least certain of the page>0.5054|-0.025|0.061
what stands above>0.009334|belongs>0.1283|the least certain of the column>-1.373|-0.034|0.038|the least certain of the story>-1.051|0.031|-0.045|what stands below>0.06824|-0.071|0.022
what stands below>-1.652|other ways to match the page>0.1334|another beginning would fit>-1.566|-0.019|0.077|-0.018|what stands below>-1.443|belongs>-0.2961|0.022|-0.086|the least certain of the block>-0.005333|0.024|-0.048
open ends on the page>0.0625|another beginning would fit>0.5081|other ways to match the page>0.04416|-0.005|0.065|-0.024|the least certain of the stretch>0|another beginning would fit>-1.424|-0.058|0.035|the rest of the page>0.07177|-0.079|0.013
what stands below>-1.652|other ways to match the page>0.1334|another beginning would fit>-1.566|-0.016|0.07|-0.017|what stands below>-1.443|belongs>-0.2961|0.021|-0.074|another beginning would fit>-0.2549|0.036|-0.023
the least certain of the block>-0.005333|its story>-1.281|what it follows>-1.935|-0.043|0.029|far and other ways>0.01425|-0.095|0.023|its story>-0.8374|-0.064|0.021
another story between>1|the rest of the story>0.06321|what speaks for the pair>0.8982|-0.015|0.055|the rest of the page>0.07177|-0.081|0.01|the rest of the stretch>0.01017|-0.043|other ways to match the page>0.1004|0.084|-0.005
beginnings inside a sentence on the page>0.25|what stands below>-1.652|belongs>0.2019|0.051|-0.019|another story between>1|-0.032|0.032|belongs>0.2019|what follows it>-1.567|-0.006|0.065|-0.012
another beginning would fit>-1.926|among all ways to match>1.394|-0.063|0.023|the rest of the story>0.02041|what speaks for the pair>0.383|-0.021|0.071|the least certain of the block>-1.352|-0.072|0.008
what stands above>0.009334|between>0.3662|its story>-1.443|0.006|-0.081|what follows it>-0.4028|0.049|-0.009|what stands below>0.06824|-0.061|0.023
beginnings inside a sentence on the page>0.07143|among all ways to match>0.3476|what stands below>-1.352|-0.017|0.036|the least certain of the block>-1.764|0.037|-0.066|among all ways to match>0.1738|-0.028|its story>-1.281|0.066|-0.02
another beginning would fit>0.5081|what stands above>-1.47|by itself>0.8521|-0.07|0.041|what stands above>-0.9958|0.055|-0.01|beginnings inside a sentence on the page>0.04|belongs>-0.09798|0.02|-0.092|0.026
belongs>0.2019|another beginning would fit>-0.7353|the least certain of the column>-1.47|-0.035|0.055|open ends on the page>0.2667|0.021|-0.039|what follows it>-1.086|the least certain of the column>-0.7753|0.029|-0.024|other ways to match the page>0.08546|0.007|-0.075
not the next text>1|its story>-1.443|another beginning would fit>-1.926|-0.041|0.02|the rest of the stretch>0.3709|-0.106|0.019|the rest of the stretch>0.01685|what stands above>-1.25|0.01|-0.055|other ways to match the page>0.1568|0.047|-0.021
the rest of the story>0.1962|its story>-1.281|the least certain of the page>1.652|0.013|-0.042|far and other ways>0.01425|-0.088|0.004|belongs>-0.4301|-0.034|belongs>0.1614|0.057|0.001
the least certain of the column>-1.159|what follows it>-1.652|the rest of the column>0.012|0.049|-0.01|by itself>1.607|-0.067|0.028|what stands above>-0.9958|belongs>0.1283|0.055|-0.017|another story between>1|-0.034|0.026
the rest of the page>0.03671|another beginning would fit>0.5081|another end would fit>-1.071|-0.021|0.061|-0.025|the rest of the stretch>0.099|the rest of the story>0.06321|-0.005|-0.066|other ways to match the page>0.07458|-0.041|0.037
the least certain of the block>-0.005333|the rest of the block>0.016|by itself>0.9886|-0.061|0.036|other ways to match the page>0.03611|-0.052|0.028|its story>-0.8374|-0.059|0.022
`,
  'open end': `
open ends on the page>0.4615|what stands above>-0.51|the best text to go on>-0.1132|0.066|-0.032|-0.04|in the first stretch of its story>1|0.038|other ways to match the page>0.03893|0.007|-0.09
an end it could complete>-1.46|in the first stretch of its story>1|0.048|the least certain of the page>-0.07228|0.034|-0.057|the best text to go on>-0.1132|0.067|-0.018
open ends on the page>0.4444|what stands above>-0.51|what it follows>-1.443|-0.011|0.071|-0.037|in the first stretch of its story>1|0.045|said>2.4|-0.082|0.016
an end it could complete>-1.46|its stretch is the whole story>1|the least certain of the column>-0.3627|0.064|-0.024|said>0.8479|-0.098|0.017|the best text to go on>-0.1132|0.061|-0.017
open ends on the page>0.4615|may go on elsewhere>0.01421|the rest of the column>0.013|-0.06|0.015|its story>-1.281|0.056|-0.036|its stretch is the whole story>1|0.028|what follows it>-1.333|0.008|-0.073
the best text to go on>-0.1132|what stands above>-0.51|said>0.8479|-0.013|0.057|-0.044|-0.049
an end it could complete>-1.883|its stretch is the whole story>1|the least certain of the page>0.8622|-0.022|0.068|said>2.4|-0.071|0.014|what stands above>-0.51|the best text to go on>-0.3198|0.071|-0.009|-0.025
the rest of the column>0.0345|in a story begun by label>1|other ways to match the page>0.1131|-0.062|0.012|0.058|the least certain of the column>-0.3627|the best text to go on>-1.975|-0.009|0.073|-0.03
an end it could complete>-1.46|in the first stretch of its story>1|0.036|the least certain of the page>-0.07228|0.035|-0.042|what follows it>-1.026|-0.015|0.058
open ends on the page>0.4444|may go on elsewhere>0.03862|the rest of the story>0.03335|0.024|-0.049|what it follows>-1.373|-0.008|0.069|in the first stretch of its story>1|0.038|other ways to match the page>0.03893|0.02|-0.062
what stands above>-0.51|said>0.8479|its stretch is the whole story>1|0.066|-0.074|the best text to go on>-0.1132|0.056|-0.023|-0.038
the best text to go on>-1.975|its story>-1.935|what follows it>-1.47|0.004|-0.073|0.015|the best text to go on>-0.1132|what follows it>-1.935|-0.031|0.034|-0.034
its story>-1.935|open ends on the page>0.4615|may go on elsewhere>0.01421|-0.035|0.027|the rest of the stretch>0.0184|0.014|-0.068|its story>-1.281|what follows it>-1.47|-0.019|0.069|-0.027
an end it could complete>-1.46|the rest of the column>0.0345|the rest of the page>0.0419|0.018|-0.052|the best text to go on>-1.975|-0.037|0.038|what follows it>0|-0.006|0.061
the least certain of the story>-0.2936|what it follows>-1.532|by itself>0.4009|-0.053|0.02|open ends on the page>0.55|0.062|-0.02|the next text would fit>1|in the first stretch of its story>1|0.014|-0.062|0.035
an end it could complete>-1.46|the rest of the page>0.08114|what stands below>-0.4457|-0.014|0.041|the least certain of the stretch>-0.4559|0.021|-0.066|what follows it>0|-0.005|0.058
its story>-1.935|may go on elsewhere>0.2371|what follows it>-1.333|0.023|-0.055|0.022|its story>-1.281|what follows it>-1.47|-0.018|0.063|-0.022
what stands above>-0.51|said>0.8479|its stretch is the whole story>1|0.056|-0.067|other ways to match the page>0.07894|-0.008|0.061|-0.032
in a story begun by title>1|doubtful by itself>1|-0.031|0.061|said>2.4|the least certain of the column>-0.3627|0.011|-0.067|stories on the page>0.973|-0.021|0.05
an end it could complete>-1.46|in the first stretch of its story>1|0.029|the least certain of the page>-0.07228|0.029|-0.034|what follows it>-1.026|-0.013|0.048
what it follows>-1.443|said>0.8479|-0.065|the rest of the column>0.0085|0.042|-0.034|the rest of the page>0.09781|what follows it>-0.7108|-0.011|0.056|-0.032
other ways to match the page>0.1131|the rest of the column>0.016|in a story begun by label>1|-0.058|0.032|what follows it>0.1519|0.039|-0.033|by itself>-0.04674|-0.026|the rest of the column>0.013|0.068|-0.003
the best text to go on>-1.975|its story>-1.935|what follows it>-1.47|0.005|-0.062|0.014|in a story begun by title>1|in a story begun by byline>1|0.076|-0.008|said>0.8479|-0.031|0.02
an end it could complete>-1.883|its stretch is the whole story>1|the least certain of the page>0.8622|-0.025|0.061|the least certain of the page>0.5503|0.011|-0.055|what stands above>-0.7178|by itself>0.2777|-0.005|0.073|-0.02
what it follows>-1.703|other ways to match the page>0.05868|0.019|the least certain of the story>0.4277|-0.056|0.008|may go on elsewhere>0.2371|the least certain of the story>-0.2936|0.026|-0.033|open ends on the page>0.4444|0.063|-0.004
the least certain of the page>0.9231|the rest of the page>0.06127|the best free text to go on>-1.123|-0.024|0.048|other ways to match the page>0.08351|0.008|-0.061|what stands below>-0.7003|by itself>0.4009|-0.05|0.037|0.052
the best text to go on>-0.1132|may go on elsewhere>0.0003814|what it follows>-0.7143|0.018|-0.061|what follows it>-1.935|-0.028|0.031|-0.03
what it follows>-1.443|said>0.8479|-0.06|the rest of the column>0.0085|0.037|-0.033|what stands above>-0.51|the best text to go on>0.03482|0.041|-0.027|-0.027
an end it could complete>-1.46|in the first stretch of its story>1|0.025|the least certain of the stretch>0.2543|-0.003|-0.055|what follows it>0|-0.006|0.051
other ways to match the page>0.1131|the rest of the stretch>0.3367|other ways to match the page>0.03893|0.018|-0.044|0.036|by itself>-0.04674|-0.024|the rest of the column>0.013|0.062|-0.004
`,
};
