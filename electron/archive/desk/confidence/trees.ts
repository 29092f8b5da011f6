/** Fitted by `test/bench/desk-confidence-fit.ts`: what is added to the log odds of each kind of decision. */
export const CONFIDENCE_TREES: Readonly<Record<string, string>> = {
  article: `
by itself>1.042|of kind sidebar>1|the rest of the page>0.02659|0.019|-0.069|0.033|other ways to match the page>0.03932|-0.001|0.043
said>3.907|of kind sidebar>1|the least certain of the page>0.7672|-0.063|0.011|0.032|open ends on the page>0.4615|0.04|0
by itself>1.042|begun by title>1|a story without a headline>1|0.029|-0.018|-0.062|other ways to match the page>0.03932|-0.001|0.041
by itself>1.042|the rest of the page>0.08899|a story with a subtitle>1|-0.058|0.025|0.034|other ways to match the page>0.03932|-0.001|0.039
the rest of the story>0.06646|by itself>0.8327|-0.005|0.042|begun by title>1|what stands above>-1.068|-0.011|0.036|the least certain of the page>0.7672|-0.079|0.019
said>3.907|begun by title>1|a story without a headline>1|0.029|-0.018|-0.053|0.036
by itself>1.042|the rest of the page>0.08899|a story with a subtitle>1|-0.052|0.024|0.032|other ways to match the page>0.03932|-0.002|0.037
begun by title>1|a story without a headline>1|what stands below>-1.333|-0.016|0.046|-0.013|the rest of the story>0.06646|0.027|the least certain of the page>0.7672|-0.074|0.019
what stands below>-0.8942|what stands below>-1.333|said>3.907|-0.042|0.021|other ways to match the page>0.02167|-0.008|0.053|-0.023
the rest of the story>0.06646|by itself>0.8327|-0.005|0.038|begun by title>1|what stands above>-1.068|-0.011|0.033|the least certain of the page>0.7672|-0.071|0.019
said>3.907|of kind sidebar>1|what stands above>-1.764|0.017|-0.046|0.026|what stands above>-0.5915|0.033|0
by itself>1.042|begun by title>1|a story without a headline>1|0.026|-0.012|-0.049|other ways to match the page>0.03932|-0.002|0.035
the rest of the story>0.06646|by itself>0.8327|-0.005|0.036|begun by title>1|the least certain of the story>-0.2952|-0.015|0.029|the least certain of the page>0.7672|-0.066|0.019
by itself>1.042|the rest of the page>0.08899|the rest of the page>0.02659|0.022|-0.048|0.03|other ways to match the page>0.03932|-0.002|0.034
what stands below>-0.8942|what stands below>-1.333|said>3.907|-0.039|0.017|other ways to match the page>0.02167|-0.007|0.051|-0.018
begun by title>1|a story without a headline>1|what stands below>-1.333|-0.016|0.041|-0.01|the least certain of the page>0.7672|the rest of the story>0.06646|0.018|-0.063|open ends on the page>0.25|0|0.026
by itself>1.042|the rest of the page>0.08899|what stands above>-1.532|0.018|-0.048|0.029|other ways to match the page>0.03932|-0.002|0.033
begun by title>1|what stands below>-1.607|-0.013|a story without a headline>1|0.038|-0.011|the least certain of the page>0.7672|the rest of the story>0.06646|0.017|-0.06|open ends on the page>0.25|0|0.025
by itself>1.042|the rest of the page>0.08899|the least certain of the page>0.1463|0.02|-0.044|0.028|other ways to match the page>0.03932|-0.002|0.032
what stands below>-0.8942|what stands below>-1.333|said>3.907|-0.036|0.016|other ways to match the page>0.02167|-0.007|0.048|-0.015
the rest of the page>0.02659|0.029|a story with a subtitle>1|the rest of the page>0.08899|-0.039|0.022|0.028
begun by title>1|what stands below>-1.607|-0.012|a story without a headline>1|0.037|-0.009|the least certain of the page>0.7672|the rest of the story>0.06646|0.017|-0.056|open ends on the page>0.25|0|0.025
by itself>1.042|begun by title>1|the least certain of the story>-0.2952|-0.01|0.025|-0.037|other ways to match the page>0.03932|-0.002|0.031
stories on the page>1.04|a story without a headline>1|0.031|-0.002|a story with a subtitle>1|the rest of the page>0.02659|0.022|-0.037|0.028
what stands below>-1.607|the rest of the story>0.06646|0.014|-0.035|what stands below>-0.8942|beginnings inside a sentence on the page>0.2273|0.048|-0.014|-0.011
what stands above>-1.297|the rest of the page>0.05722|other ways to match the page>0.02167|-0.008|0.045|other ways to match the page>0.141|-0.017|0.009|a story with a subtitle>1|the rest of the page>0.08899|-0.041|0.019|0.024
what stands below>-1.607|the rest of the story>0.06646|0.014|-0.034|what stands below>-0.8942|beginnings inside a sentence on the page>0.2273|0.045|-0.014|-0.009
stories on the page>1.04|a story without a headline>1|the rest of the page>0.053|0.001|0.031|-0.002|a story with a subtitle>1|the rest of the page>0.02659|0.021|-0.034|0.026
what stands below>-1.607|the rest of the story>0.06646|0.014|-0.033|what stands below>-0.8942|beginnings inside a sentence on the page>0.2273|0.044|-0.014|-0.007
begun by title>1|the least certain of the story>-0.2952|beginnings inside a sentence on the page>0.2273|0.015|-0.028|0.03|the least certain of the page>0.7672|the rest of the story>0.06646|0.015|-0.051|open ends on the page>0.25|0|0.025
`,
  head: `
open ends on the page>0.4444|the only section head>1|of kind brief>1|0.061|-0.042|-0.06|the rest of the page>0.02328|0.039|columns out of order>1|-0.123|0.021
the rest of the page>0.02328|stands above what it follows>1|other ways to match the page>0.001834|0.003|0.09|-0.015|its story>-1.839|its stretch is the whole story>1|0.013|-0.121|other ways to match the page>0.02554|-0.067|0.038
the rest of the page>0.02328|stands above what it follows>1|the least certain of the page>0.2152|0.083|-0.001|-0.015|its stretch is the whole story>1|a story with a subtitle>1|-0.012|0.091|begun by title>1|0.023|-0.107
the least certain of the stretch>-0.677|what stands below>-1.764|the rest of the page>0.0246|0.017|-0.064|what it follows>-1.607|-0.016|0.09|the rest of the stretch>0.05478|others like it>0.5493|-0.113|0.017|other ways to match the page>0.01466|-0.071|0.028
open ends on the page>0.4444|a subhead>1|the rest of the stretch>0.002714|-0.034|0.061|stands above what it follows>1|0.018|-0.115|the rest of the page>0.02328|0.032|columns out of order>1|-0.102|0.021
the rest of the page>0.02328|stands above what it follows>1|the only section head>1|0.074|-0.002|-0.015|the least certain of the page>0.7287|its story>-1.764|-0.092|-0.012|a story with a byline>1|-0.036|0.065
the least certain of the stretch>-0.677|what stands below>-1.703|the rest of the page>0.0246|0.021|-0.064|other ways to match the page>0.1303|0.083|-0.01|its stretch is the whole story>1|a story with a subtitle>1|-0.022|0.078|a headline behind other text>1|-0.087|0.03
open ends on the page>0.4444|what follows it>-0.9745|what follows it>-1.607|-0.017|0.071|a subhead>1|0.027|-0.073|the rest of the page>0.02328|0.029|the rest of the page>0.05702|-0.091|0.009
its stretch is the whole story>1|other ways to match the page>0.01466|-0.043|its story>-0.9172|0.088|-0.028|a headline behind other text>1|by itself>1.395|-0.085|0.01|stories on the page>0.8959|-0.032|0.065
the rest of the page>0.02328|stands above what it follows>1|other ways to match the page>0.001834|-0.002|0.067|-0.016|the least certain of the page>0.7287|its story>-1.839|-0.08|-0.009|a story with a byline>1|-0.031|0.058
the least certain of the stretch>-0.7475|what stands below>-1.652|open ends on the page>0.2941|0.027|-0.06|what follows it>-0.2872|0.075|-0.015|the rest of the stretch>0.05478|others like it>0.5493|-0.093|0.024|other ways to match the page>0.01466|-0.057|0.027
the rest of the page>0.0246|the rest of the stretch>0.04667|the only section head>1|0.069|-0.011|other ways to match the page>0.02999|-0.034|0.023|its story>-1.839|others like it>0.5493|-0.088|0.015|a story with a subtitle>1|-0.016|0.073
what follows it>-0.9745|stories on the page>1.04|the least certain of the page>-0.7712|0.029|-0.08|what stands below>-1.935|-0.036|0.059|a subhead>1|its story>-1.935|-0.027|0.038|stories on the page>0.8047|0.01|-0.094
its stretch is the whole story>1|its story>-1.221|of kind main>1|-0.033|0.083|-0.02|a headline behind other text>1|what stands above>-1.059|-0.003|-0.083|beginnings inside a sentence on the page>0.3333|0.054|-0.033
by itself>1.395|begun by title>1|what stands below>-1.026|0.063|-0.025|its stretch is the whole story>1|0.026|-0.097|what stands above>-1.059|open ends on the page>0.4444|0.086|-0.024|a title>1|-0.074|0.027
what stands below>-1.839|a headline behind other text>1|what it follows>-1.395|0.006|-0.091|0.03|said>4.079|said>1.653|0.018|-0.039|by itself>1.935|0.071|-0.019
the rest of the page>0.0246|the rest of the stretch>0.04667|the only section head>1|0.062|-0.01|other ways to match the page>0.02999|-0.033|0.022|its story>-1.839|its stretch begins with subhead>1|-0.071|0.023|a story with a subtitle>1|-0.013|0.067
open ends on the page>0.5455|a subhead>1|the rest of the stretch>0.03371|-0.022|0.054|stands above what it follows>1|0.012|-0.11|the least certain of the stretch>0.1158|the only section head>1|-0.083|0.016|0.02
others like it>0.5493|section heads built alike>1|its story>-1.935|-0.04|0.028|-0.12|stands above what it follows>1|a story with a kicker>1|0.085|-0.032|-0.077
by itself>1.086|begun by title>1|what stands below>-0.8726|0.055|-0.028|stories on the page>0.8047|0.028|-0.084|begun by byline>1|what follows it>-1.607|-0.015|0.073|-0.06
the least certain of the story>-0.7108|the only section head>1|a story with a subtitle>1|0.068|-0.027|-0.034|its stretch is the whole story>1|a story with a subtitle>1|-0.015|0.069|beginnings inside a sentence on the page>0.09091|-0.069|0.016
other ways to match the page>0.01466|its story>-1.935|of kind commentary>1|0.036|-0.017|of kind sidebar>1|-0.072|0.018|its story>-1.935|what it follows>-1.068|0.026|-0.084|its story>-0.9172|0.054|-0.017
its stretch begins with subhead>1|others like it>0.3466|the rest of the stretch>0.03371|-0.038|0.031|others like it>0.5493|-0.124|0.01|other ways to match the page>0.01466|-0.014|what follows it>-0.2872|0.055|0.001
the rest of the page>0.02328|stands above what it follows>1|other ways to match the page>0.001834|-0.003|0.052|-0.015|the least certain of the page>0.9172|begun by title>1|0.004|-0.049|the least certain of the stretch>0.1158|-0.007|0.059
what follows it>-0.9745|columns out of order>0.6667|the rest of the page>0.02719|0.032|-0.062|stands above what it follows>1|0.063|-0.027|a subhead>1|the least certain of the story>-0.1618|0.043|-0.014|its stretch is the whole story>1|-0.003|-0.088
its stretch begins with subhead>1|others like it>0.3466|a story with a kicker>1|-0.015|0.056|others like it>0.5493|-0.113|0.01|other ways to match the page>0.01466|-0.014|0.052
the least certain of the stretch>-0.8141|stories on the page>1.04|the rest of the page>0.02719|0.022|-0.051|the rest of the stretch>0.0055|-0.018|0.062|the least certain of the page>0.7287|a story with a byline>1|0.025|-0.047|a story with a byline>1|-0.036|0.051
what stands below>-1.839|a headline behind other text>1|what stands above>-1.532|0.009|-0.081|0.026|said>4.079|said>1.653|0.018|-0.034|by itself>1.935|0.064|-0.018
its stretch is the whole story>1|other ways to match the page>0.01466|-0.036|its story>-0.9172|0.069|-0.021|the least certain of the story>-0.7108|by itself>0.948|-0.023|0.05|beginnings inside a sentence on the page>0.09091|-0.055|0.017
what stands below>-1.839|a headline behind other text>1|what it follows>-1.395|0.009|-0.074|0.025|section heads built alike>1|the rest of the stretch>0.002714|-0.027|0.031|others like it>0.5493|-0.094|0.023
`,
  line: `
of kind main>1|the least certain of the story>-0.7753|0.031|-0.139|open ends on the page>0.4545|byline: words of another story>0.2588|0.085|-0.003|below an open end>1|-0.052|0.024
of kind main>1|the least certain of the story>-0.7753|0.031|-0.13|other ways to match the page>0.01227|the rest of the page>0.02387|0.018|-0.063|its story>-0.8779|0.09|-0.005
of kind main>1|the least certain of the story>-0.7753|0.03|-0.121|open ends on the page>0.4545|byline: words of another story>0.2588|0.074|-0.005|below an open end>1|-0.051|0.023
of kind main>1|a story without a headline>1|the least certain of the stretch>-0.501|0.015|-0.131|0.03|other ways to match the page>0.01227|the rest of the page>0.02387|0.017|-0.062|its story>-0.8779|0.081|-0.007
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.135|0.005|0.03|other ways to match the page>0.01227|the rest of the page>0.02387|0.017|-0.06|its story>-0.8779|0.075|-0.006
the rest of the stretch>0.03242|the rest of the page>0.0261|its story>-1.935|-0.012|0.05|the least certain of the page>1.443|-0.123|0.026|its story>-0.8779|byline: another story below>1|0.078|-0.014|-0.017
of kind main>1|the least certain of the story>-0.7753|0.028|-0.102|open ends on the page>0.4545|byline: words of another story>0.2588|0.063|-0.008|below an open end>1|-0.05|0.021
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.126|0.007|0.029|other ways to match the page>0.01227|open ends on the page>0.25|0.014|-0.06|its story>-0.8779|0.067|-0.005
the rest of the stretch>0.03242|the least certain of the story>-0.7753|open ends on the page>0.5|0.05|-0.017|the least certain of the page>1.443|-0.113|0.023|its story>-0.8779|byline: another story below>1|0.07|-0.013|-0.016
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.119|0.006|0.029|other ways to match the page>0.01227|the rest of the page>0.02387|0.015|-0.056|the least certain of the story>-0.1435|0.065|-0.001
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.116|0.006|0.028|open ends on the page>0.4545|byline: words of another story>0.2588|0.055|-0.01|below an open end>1|-0.047|0.02
the rest of the stretch>0.03242|the rest of the page>0.0261|its story>-1.935|-0.01|0.045|the least certain of the page>1.443|-0.104|0.025|its story>-0.8779|what stands below>-1.443|-0.012|0.066|-0.018
of kind main>1|a story without a headline>1|the least certain of the stretch>-0.501|0.015|-0.104|0.027|other ways to match the page>0.01227|the rest of the page>0.02387|0.014|-0.054|open ends on the page>0.1364|-0.011|0.053
the least certain of the page>0.6641|the rest of the page>0.0261|its story>-1.935|-0.008|0.043|the rest of the stretch>0.03242|-0.097|-0.004|the least certain of the story>0.4684|the rest of the story>0.07317|0.024|-0.047|0.07
the rest of the story>0.07317|its story>-1.839|other ways to match the page>0.07284|-0.05|0.017|the least certain of the story>-0.3033|0.068|-0.007|the least certain of the story>0.4684|the least certain of the page>-0.08716|0.025|-0.093|0.028
what stands below>-1.443|the least certain of the story>-0.7753|open ends on the page>0.381|0.02|-0.009|the least certain of the stretch>0.2286|-0.084|0.012|its story>-0.8779|the rest of the stretch>0.002333|-0.017|0.07|-0.019
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.104|0.007|0.026|columns out of order>0.6667|its stretch is the whole story>1|0.022|-0.051|the rest of the story>0.1486|0.07|-0.013
the least certain of the page>0.6641|the rest of the page>0.0261|its story>-1.935|-0.006|0.039|the rest of the stretch>0.03242|-0.086|-0.003|the least certain of the story>0.4684|the rest of the story>0.07317|0.022|-0.041|0.065
of kind main>1|a story without a headline>1|the least certain of the stretch>-0.501|0.015|-0.093|0.025|other ways to match the page>0.01227|open ends on the page>0.25|0.013|-0.051|the least certain of the story>-0.1435|0.058|-0.001
what stands below>-1.443|the least certain of the story>-0.7753|open ends on the page>0.4091|0.02|-0.009|the least certain of the stretch>0.2286|-0.078|0.011|its story>-0.8779|the rest of the stretch>0.002333|-0.015|0.066|-0.017
the least certain of the page>0.6641|the rest of the page>0.0261|its story>-1.935|-0.006|0.037|the rest of the stretch>0.03242|-0.077|-0.003|the least certain of the story>0.4684|the rest of the story>0.07317|0.021|-0.039|0.063
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.095|0.008|0.025|columns out of order>0.6667|what stands above>-0.7878|-0.047|0.024|the rest of the story>0.1486|0.067|-0.012
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.092|0.007|0.024|a story with a label>1|its story>-0.8779|0.058|-0.012|-0.04
the rest of the page>0.08674|the rest of the story>0.07317|its story>-1.839|-0.03|0.051|the least certain of the page>-0.08716|0.025|-0.072|0.042
what stands below>-1.443|the least certain of the story>-0.7753|open ends on the page>0.4091|0.019|-0.009|the least certain of the stretch>0.2286|-0.072|0.011|its story>-0.8779|the rest of the stretch>0.002333|-0.014|0.06|-0.011
the least certain of the page>0.6641|the rest of the page>0.0261|open ends on the page>0.6|0.034|-0.007|byline: first of its story>1|-0.065|0.002|the least certain of the story>0.4684|the rest of the story>0.07317|0.019|-0.034|0.061
of kind main>1|a story without a headline>1|the least certain of the stretch>-0.501|0.014|-0.081|0.023|columns out of order>0.6667|its stretch is the whole story>1|0.022|-0.047|the rest of the story>0.1486|0.065|-0.007
what stands below>-1.443|the least certain of the story>-0.7753|the least certain of the page>-0.4084|-0.009|0.019|the least certain of the stretch>0.2286|-0.066|0.01|its story>-0.8779|the rest of the stretch>0.002333|-0.012|0.058|-0.01
of kind main>1|a story without a headline>1|the rest of the stretch>0.002333|-0.085|0.008|0.023|a story with a label>1|byline: words of another story>0.2588|0.047|-0.018|-0.039
the rest of the page>0.08674|the rest of the story>0.07317|its story>-1.839|-0.027|0.047|the least certain of the page>-0.08716|0.025|-0.064|0.04
`,
  paragraph: `
open ends on the page>0.5|all the text of its story in one column>1|beginnings inside a sentence on the page>0.04348|0.087|-0.011|its story>-1.652|-0.127|0.03|its stretch begins with subhead>1|the rest of the page>0.01788|0.025|-0.136|0.036
open ends on the page>0.5|all the text of its story in one column>1|beginnings inside a sentence on the page>0.04348|0.075|-0.009|said>4.804|-0.097|0.057|beginnings inside a sentence on the page>0.04348|stories on the page>0.8959|-0.093|0.01|stories on the page>0.8047|0.015|-0.174
its story>-1.935|its stretch is the whole story>1|columns out of order>1|0.1|-0.017|said>4.402|-0.131|0.028|the least certain of the story>-0.4437|open ends on the page>0.5|0.117|-0.028|in a story begun by title>1|0.047|-0.064
open ends on the page>0.5|all the text of its story in one column>1|an end it could complete>-0.626|0.048|-0.054|other ways to match the page>0.004757|0.074|-0.079|its stretch begins with subhead>1|the rest of the page>0.01788|0.027|-0.091|0.034
its story>-0.8779|its stretch is the whole story>1|other ways to match the page>0.01409|-0.014|0.121|its story>-1.839|-0.078|0.026|in a story begun by title>1|its stretch is the whole story>1|-0.086|0.059|-0.189
its story>-0.8779|its stretch is the whole story>1|its stretch was moved by a seam>1|0.108|-0.008|the least certain of the story>-0.4437|0.031|-0.064|in a story begun by title>1|its stretch is the whole story>1|-0.075|0.052|-0.17
open ends on the page>0.5|in a story begun by byline>1|its story>-1.106|0.015|-0.108|all the text of its story in one column>1|0.074|-0.057|other ways to match the page>0.1025|the least certain of the story>-0.1961|0|-0.135|its story>-1.373|0.045|-0.083
its story>-0.8779|its stretch is the whole story>1|other ways to match the page>0.01409|-0.02|0.095|its story>-1.764|-0.054|0.031|an end it could complete>-1.29|the rest of the story>0.1673|0.019|-0.142|0.054
the least certain of the story>-0.4437|in a story begun by label>1|the rest of the page>0.04347|0.118|-0.03|its story>-1.935|-0.14|0.07|in a story begun by title>1|the least certain of the stretch>0.08716|-0.018|0.082|its stretch is the whole story>1|0.026|-0.109
its story>-0.8779|the rest of the story>0.1673|said>2.083|-0.062|0.022|in the first stretch of its story>1|-0.001|0.116|the rest of the page>0.08894|the rest of the story>0.1673|0.017|-0.134|0.065
columns out of order>0.6667|other ways to match the page>0.1303|the least certain of the story>-0.1961|0.001|-0.112|the rest of the page>0.04347|-0.03|0.059|the rest of the page>0.05142|beginnings inside a sentence on the page>0.3333|0.07|-0.06|the least certain of the stretch>0.4538|-0.061|0.053
open ends on the page>0.5|other ways to match the page>0.004757|what stands below>-1.703|-0.008|0.108|other ways to match the page>0.03678|-0.062|0.022|the rest of the column>0.038|the rest of the page>0.06564|-0.097|0.01|stories on the page>1.04|-0.061|0.033
its story>-0.8779|the rest of the story>0.1673|by itself>0.7794|-0.053|0.017|its story>-1.764|0.006|0.115|the rest of the page>0.08894|the rest of the story>0.1673|0.013|-0.115|0.062
in a story begun by byline>1|its story>-1.106|its stretch is the whole story>1|0.05|-0.017|by itself>0.5262|0.067|-0.16|all the text of its story in one column>1|the rest of the page>0.04909|0.098|-0.007|-0.076
said>4.616|the rest of the stretch>0.0125|the rest of the column>0.0185|-0.129|0.013|in a story begun by title>1|0.029|-0.024|the least certain of the stretch>-0.3861|other ways to match the page>0.002088|-0.015|0.081|the least certain of the stretch>-0.2589|-0.041|0.017
open ends on the page>0.3333|the least certain of the story>-0.3265|in a story begun by label>1|0.088|-0.026|the rest of the stretch>0.06688|-0.102|0.014|beginnings inside a sentence on the page>0.1034|the rest of the page>0.01788|0.052|-0.053|other ways to match the page>0.02972|-0.047|0.058
all the text of its story in one column>1|the least certain of the page>0.7794|beginnings inside a sentence on the page>0.04348|0.028|-0.06|an end it could complete>-0.9997|0.082|-0.039|the rest of the column>0.1234|the least certain of the story>-0.4437|-0.013|-0.181|beginnings inside a sentence on the page>0.1667|-0.012|0.098
its story>-0.8779|its story>-1.764|the rest of the page>0.03365|-0.065|0.011|in a story begun by title>1|0.086|0.007|columns out of order>1|an end it could complete>-0.626|-0.111|0.051|the rest of the story>0.1673|0.081|-0.031
the rest of the page>0.01788|in a story begun by label>1|by itself>0.7794|-0.002|0.092|the rest of the column>0.031|-0.075|0.035|columns out of order>0.6667|other ways to match the page>0.1303|-0.057|0.033|the rest of the page>0.04909|0.049|-0.022
other ways to match the page>0.01103|open ends on the page>0.5455|may complete another text>0.0006734|0.091|-0.019|-0.069|other ways to match the page>0.03678|what stands below>-1.315|0.03|-0.091|its story>-1.935|-0.031|0.027
said>4.804|the rest of the stretch>0.02121|in a story begun by title>1|-0.162|0.025|in a story begun by title>1|0.037|-0.024|stories on the page>0.973|open ends on the page>0.2667|0.018|-0.037|the rest of the story>0.04281|0.084|-0.02
its story>-0.8779|its stretch is the whole story>1|the rest of the block>0.006|0.072|-0.033|what stands below>-1.418|0.027|-0.032|an end it could complete>-1.524|the rest of the story>0.1673|0.007|-0.096|0.04
all the text of its story in one column>1|the least certain of the story>-0.6579|said>2.605|-0.03|0.093|the least certain of the page>0.7794|-0.024|0.043|the rest of the column>0.1234|the least certain of the story>-0.4437|-0.008|-0.156|beginnings inside a sentence on the page>0.1667|-0.012|0.087
other ways to match the page>0.01103|open ends on the page>0.5455|may complete another text>0.0006734|0.082|-0.017|-0.063|other ways to match the page>0.03678|the least certain of the stretch>-0.09667|0.003|-0.108|the rest of the stretch>0.08444|-0.019|0.027
what stands below>-1.532|the least certain of the story>-0.4437|doubtful by itself>1|0.083|-0.021|stories on the page>1.04|-0.054|0.01|the rest of the column>0.02133|columns out of order>1|-0.087|0.008|what follows it>-1.011|0.044|-0.009
all the text of its story in one column>1|said>2.083|may complete another text>0.002277|0.016|-0.065|stories on the page>1.04|-0.032|0.05|the rest of the column>0.08367|the rest of the column>0.012|0.032|-0.092|in a story begun by title>1|0.067|-0.023
said>4.616|the rest of the stretch>0.0125|the rest of the column>0.016|-0.109|0.012|in a story begun by title>1|0.023|-0.017|the rest of the stretch>0.03575|other ways to match the page>0.002088|-0.017|0.065|the least certain of the stretch>-0.2589|-0.035|0.018
its story>-0.8779|its stretch is the whole story>1|in the first stretch of its story>1|-0.008|0.085|the least certain of the story>-0.7437|0.03|-0.023|the rest of the page>0.08894|other ways to match the page>0.07367|0.001|-0.094|0.053
all the text of its story in one column>1|said>2.083|beginnings inside a sentence on the page>0.04348|0.024|-0.045|the least certain of the column>0|0.045|-0.04|below a whole paragraph>1|in a story begun by byline>1|0.073|-0.03|said>1.167|0.053|-0.079
open ends on the page>0.5|other ways to match the page>0.004757|what stands below>-1.703|-0.013|0.094|other ways to match the page>0.03678|-0.043|0.015|by itself>1.47|by itself>0.7794|-0.036|0.02|by itself>1.839|-0.095|0.019
`,
  seam: `
among all ways to match>0.5261|the rest of the block>0.047|the rest of the column>0.049|-0.103|0.019|what it follows>-0.5333|0.04|-0.042|the least certain of the block>-0.8942|another end would fit>0.5837|0.086|-0.022|the least certain of the story>0.3099|-0.06|0.026
another beginning would fit>-0.05842|what speaks for the pair>0.3613|-0.028|what stands below>-0.677|0.069|-0.005|the rest of the column>0.068|by itself>1.126|-0.077|0.022|0.018
the rest of the page>0.02055|open ends on the page>0.3448|by itself>1.443|-0.094|0.011|0.016|another end would fit>-0.5633|among all ways to match>0.5261|-0.048|0.032|its story>-1.567|0.059|-0.018
another beginning would fit>-0.05842|what speaks for the pair>0.3613|-0.022|the rest of the page>0.03319|0.003|0.068|other ways to match the page>0.1697|among all ways to match>0.7683|-0.065|0.011|0.025
the rest of the page>0.02055|open ends on the page>0.3448|the rest of the column>0.027|-0.088|0.006|0.016|another end would fit>-0.9923|the least certain of the column>-0.961|0.021|-0.064|open ends on the page>0.4286|0.044|-0.04
another beginning would fit>-0.05842|what follows it>-1.839|what speaks for the pair>0.5491|-0.065|0.02|the least certain of the page>0.9958|0.048|-0.019|the rest of the stretch>0.03708|said>3.53|-0.083|0.016|said>0.6347|0.03|-0.036
among all ways to match>0.5261|the rest of the block>0.047|beginnings inside a sentence on the page>0.125|-0.088|0.02|what stands above>-0.131|0.035|-0.041|the least certain of the block>-0.8942|another end would fit>0.5837|0.071|-0.022|the least certain of the story>0.3099|-0.061|0.023
the rest of the page>0.02055|open ends on the page>0.3448|the least certain of the page>-0.8327|0.012|-0.079|0.014|the least certain of the page>0.5782|its story>-1.703|0.056|-0.013|among all ways to match>0.5261|-0.043|0.03
another end would fit>-1.191|its story>-1.116|among all ways to match>0.7683|-0.092|0.017|0.02|what it follows>-1.935|beginnings inside a sentence on the page>0.04762|-0.064|0.016|the least certain of the story>-0.3539|0.055|-0.013
what it follows>-1.265|what it follows>-1.47|another end would fit>-0.5633|-0.042|0.036|another beginning would fit>-1.01|0.016|-0.089|stands earlier>1|stories on the page>0.8959|-0.017|0.059|-0.032
the rest of the column>0.01533|among all ways to match>0.5261|belongs>-0.135|0.004|-0.079|another end would fit>0.5837|0.051|-0.034|belongs>-0.09627|the least certain of the stretch>0|-0.061|0.024|open ends on the page>0.5|0.054|-0.034
what stands above>-1.221|its story>-1.764|what it follows>-1.567|0.047|-0.04|other ways to match the page>0.04488|0.021|-0.086|the least certain of the story>-0.3539|what it follows>-0.8141|0.072|-0.02|other ways to match the page>0.1697|-0.032|0.04
the rest of the page>0.02055|the rest of the column>0.027|the least certain of the page>-0.8327|0.012|-0.075|0.012|open ends on the page>0.2857|its story>-1.839|0.06|-0.007|what speaks for the pair>0.6903|0.019|-0.065
another beginning would fit>-0.05842|what follows it>-1.839|what speaks for the pair>0.5491|-0.054|0.017|said>-0.2998|-0.022|0.038|what stands above>-1.221|by itself>1.126|-0.073|0.015|what stands above>-0.7836|0.044|-0.045
another end would fit>-1.191|its story>-1.116|among all ways to match>0.7683|-0.082|0.017|0.019|what it follows>-1.935|beginnings inside a sentence on the page>0.04762|-0.059|0.015|the least certain of the story>-0.3539|0.046|-0.011
other ways to match the page>0.1697|its story>-0.8887|among all ways to match>0.6445|-0.044|0.015|0.042|0.037
the rest of the page>0.02055|open ends on the page>0.3448|by itself>1.443|-0.066|0.01|0.014|what stands below>-0.3231|the least certain of the page>0.7143|0.034|-0.019|-0.036
beginnings inside a sentence on the page>0.09091|the rest of the page>0.04209|what stands below>-1.418|-0.07|0.007|open ends on the page>0.1364|0.054|-0.018|another beginning would fit>-0.1962|what follows it>-0.5602|0.068|-0.014|-0.019
another end would fit>-1.191|its story>-1.116|among all ways to match>0.7683|-0.072|0.016|0.017|what it follows>-1.935|beginnings inside a sentence on the page>0.04762|-0.052|0.014|the least certain of the story>-0.3539|0.043|-0.008
what it follows>-1.265|what it follows>-1.47|another end would fit>-0.5633|-0.03|0.033|another beginning would fit>-1.01|0.015|-0.077|what it follows>-0.5333|columns out of order>0.6667|-0.014|0.061|-0.03
what stands above>-1.221|the rest of the page>0.04209|open ends on the page>0.4286|-0.061|0.019|what follows it>-0.8233|0.039|-0.029|open ends on the page>0.1364|what stands below>-1.567|-0.018|0.061|what follows it>-1.068|0.036|-0.044
another beginning would fit>-0.05842|what follows it>-1.839|what speaks for the pair>0.5491|-0.045|0.016|the rest of the column>0.2053|0.032|-0.023|the rest of the stretch>0.03708|said>3.53|-0.066|0.014|said>0.6347|0.031|-0.029
other ways to match the page>0.1697|its story>-0.8887|among all ways to match>0.3494|-0.044|0.007|0.039|0.03
beginnings inside a sentence on the page>0.125|far and other ways>1.078|among all ways to match>0.3494|-0.047|0.002|0.027|what stands below>-0.677|said>-0.2998|-0.02|0.062|-0.026
what stands above>-1.221|its story>-1.764|what it follows>-1.567|0.047|-0.034|open ends on the page>0.2308|-0.078|0.01|the least certain of the story>-0.3539|what it follows>-0.8141|0.061|-0.02|its story>-1.352|-0.029|0.028
columns out of order>0.6667|the rest of the page>0.07846|the least certain of the story>-1.106|0.015|-0.061|0.046|the rest of the page>0.04998|open ends on the page>0.1364|-0.01|0.056|its story>-1.352|-0.054|0.036
another end would fit>-1.191|its story>-1.116|the least certain of the column>-0.7878|0.011|-0.072|0.016|what it follows>-1.935|the rest of the block>0.023|-0.047|0.016|the least certain of the story>-0.3539|0.04|-0.005
what it follows>-1.265|what it follows>-1.47|another end would fit>-0.5633|-0.025|0.031|the least certain of the page>-0.2108|0.018|-0.07|the least certain of the page>-0.2108|the least certain of the column>-0.961|0.012|-0.045|what stands above>-0.131|0.05|-0.026
beginnings inside a sentence on the page>0.09091|said>0.6347|0.014|the least certain of the story>-0.3539|0.007|-0.068|another beginning would fit>-0.1962|another end would fit>-1.648|-0.019|0.055|-0.016
the rest of the stretch>0.01452|among all ways to match>0.6445|-0.053|another beginning would fit>0.5031|0.048|-0.024|what stands above>-1.652|what it follows>-1.47|0.021|-0.074|open ends on the page>0.2857|0.04|-0.01
`,
  'open end': `
the best free text to go on>-1.971|the rest of the story>0.0244|0.026|-0.088|said>0.2905|-0.033|other ways to match the page>0.03066|-0.021|0.071
the best free text to go on>-1.971|the rest of the story>0.0244|0.026|-0.081|said>0.2905|-0.029|the rest of the story>0.02142|-0.008|0.071
other ways to match the page>0.07824|the least certain of the story>-1.003|beginnings inside a sentence on the page>0.06667|0.028|-0.002|the rest of the column>0.03788|-0.086|0.01|the least certain of the column>-1.281|-0.026|what it follows>-0.4376|0.057|-0.019
its stretch is the whole story>1|0.041|by itself>0.3842|-0.057|the best free text to go on>-1.828|-0.032|0.057
an end it could complete>-1.55|said>0.2905|-0.06|may go on elsewhere>0.004137|-0.048|0.035|0.041
the rest of the column>0.0195|below an open end>1|its stretch is the whole story>1|0.024|-0.062|0.033|the best text to go on>-1.47|-0.03|by itself>0.09667|-0.012|0.069
other ways to match the page>0.07824|the least certain of the story>-1.003|beginnings inside a sentence on the page>0.06667|0.027|-0.002|the rest of the column>0.03788|-0.076|0.008|its story>-1.652|columns out of order>0.3333|0.042|-0.034|0.06
other ways to match the page>0.07824|the rest of the stretch>0.02571|may go on elsewhere, odds>-0.4551|0.032|-0.013|the rest of the column>0.03788|-0.075|0.007|the rest of the stretch>0.05353|what stands below>-1.106|0.02|-0.042|0.047
by itself>0.09667|-0.039|may go on elsewhere>0.004137|the least certain of the column>-0.6278|0.014|-0.066|nothing follows in its column>1|0.06|-0.003
an end it could complete>-1.55|said>0.2905|-0.055|may go on elsewhere>0.002387|-0.041|0.031|0.038
its stretch is the whole story>1|0.038|by itself>0.3842|-0.047|the best free text to go on>-1.828|-0.025|0.046
an end it could complete>-1.55|the least certain of the page>0.3115|by itself>0.3066|-0.036|0.049|what follows it>-1.703|0.019|-0.051|0.037
other ways to match the page>0.07824|by itself>0.6426|-0.055|the least certain of the page>0.5888|0.04|-0.032|its story>-1.652|columns out of order>0.3333|0.037|-0.03|0.054
beginnings inside a sentence on the page>0.04167|other ways to match the page>0.03679|said>2.685|-0.059|0.016|by itself>-0.1008|-0.037|0.065|may complete another text>8.89e-7|what stands above>-0.6673|-0.065|0.011|0.021
the best free text to go on>-1.971|the rest of the story>0.0244|0.027|-0.061|the best text to go on>-0.2323|other ways to match the page>0.03066|-0.026|0.047|-0.031
its stretch is the whole story>1|0.034|by itself>0.3842|-0.042|open ends on the page>0.5|0.041|-0.024
the best text to go on>-0.9894|the least certain of the column>-0.6278|the best text to go on>-1.203|0.039|-0.028|its stretch is the whole story>1|0.009|-0.074|by itself>0.09667|-0.025|the rest of the stretch>0.0283|-0.008|0.054
an end it could complete>-1.55|the least certain of the page>0.3115|open ends on the page>0.5385|0.039|-0.04|what follows it>-1.703|0.018|-0.048|0.033
other ways to match the page>0.07824|the least certain of the stretch>-1.17|0.022|the rest of the column>0.03788|-0.062|0.01|the rest of the page>0.04396|its stretch is the whole story>1|0.025|-0.041|the least certain of the story>-0.3644|-0.015|0.062
beginnings inside a sentence on the page>0.04167|by itself>-0.1008|-0.035|other ways to match the page>0.03679|-0.032|0.056|may complete another text>8.89e-7|may go on elsewhere>0.2955|-0.064|0.009|0.018
its stretch is the whole story>1|0.029|by itself>0.3842|-0.038|the best text to go on>-1.47|-0.025|0.035
an end it could complete>-1.55|said>0.2905|-0.046|the least certain of the story>0.03202|0.028|-0.04|0.029
may go on elsewhere>0.004137|the least certain of the column>-0.6278|the rest of the page>0.02977|-0.008|0.022|-0.058|said>0.2905|-0.022|what it follows>-1.764|-0.019|0.047
its stretch is the whole story>1|0.029|below an open end>1|the rest of the column>0.0195|-0.05|0.014|0.029
other ways to match the page>0.07824|by itself>0.6426|-0.049|the least certain of the page>0.5888|0.038|-0.03|the rest of the page>0.04396|other ways to match the page>0.09889|0.022|-0.04|the least certain of the story>-0.3644|-0.013|0.056
the best text to go on>-0.9894|the rest of the story>0.0244|0.021|in a story begun by byline>1|-0.058|0.009|the best text to go on>-0.2323|all the text of its story in one column>1|0.042|-0.019|-0.02
an end it could complete>-1.55|the least certain of the page>0.3115|open ends on the page>0.5385|0.036|-0.035|what follows it>-1.703|0.018|-0.043|0.027
may go on elsewhere>0.004137|the least certain of the column>-0.6278|the rest of the page>0.02977|-0.009|0.023|-0.053|by itself>0.09667|-0.028|what it follows>-1.764|-0.017|0.039
its stretch is the whole story>1|0.026|below an open end>1|the rest of the column>0.0195|-0.044|0.011|0.027
the best free text to go on>-0.7765|the rest of the column>0.028|the least certain of the stretch>-1.235|0.026|-0.057|0.023|open ends on the page>0.3333|-0.023|0.038
`,
};
