import { readTrees } from './standings.ts';

/** Fitted by `test/bench/desk-trees.ts`. */
export const TREES = readTrees(`
ahead of other heads>-2.432|shared words>0.02288|weight>-1.184|-0.107|-0.23|distance>0.05333|-0.137|0.31|the words of this story rather than another>0.7693|its beginning>0.5157|-0.034|0.113|distance>0.05333|-0.259|-0.012
shared words>0|ahead of other heads>0.8461|the words of this story rather than another>-0.213|-0.163|-0.025|the last line is not full>1|0.059|-0.362|the words of this story rather than another>0.7693|distance>0.02667|-0.008|0.189|distance>0.05333|-0.245|0.049
ahead of other heads>-5.591|ahead of other tails>-6.982|0.154|the last line is not full>1|-0.185|0.099|the words of this story rather than another>0.7693|shared words>0.02288|-0.033|0.099|distance>0.05333|-0.232|0.023
stories between>1|distance>0.02667|joined at first>1|-0.195|0.028|its beginning>0.5157|-0.06|0.125|shared words>0.02288|units between>64|-0.188|-0.005|better tails>4|-0.068|0.259
ahead of other heads>-5.591|ahead of other tails>-6.982|0.153|the last line is not full>1|-0.175|0.095|the words of this story rather than another>0.7693|shared words>0.0776|-0.023|0.087|units between>-4|0.068|-0.206
stories between>1|distance>0.02667|joined at first>1|-0.181|0.015|ahead of other heads>-5.591|-0.139|0.086|shared words>-0.008892|units between>64|-0.194|-0.009|its beginning>2.517|0.169|-0.137
its beginning>2.517|a whole tail>1|the first line is full>1|-0.155|0.012|shared words>-0.008892|-0.017|0.068|ahead of other heads>-2.432|two odd quotation marks>1|-0.188|0.009|the text below completes another>1|-0.091|0.309
the words of this story rather than another>0.7693|stories between>1|distance>0.02667|-0.036|0.073|shared words>-0.008892|-0.17|0.027|distance>0.05333|better tails>6|-0.218|-0.005|behind a whole paragraph>1|0.152|-0.071
the words above are of another story>0.6205|shared words>0.02288|the words of this story rather than another>-0.3924|-0.107|0.018|its beginning>-0.056|-0.083|0.099|distance>0.05333|units between>1|-0.207|-0.002|behind a whole paragraph>1|0.168|-0.065
its beginning>2.517|a whole tail>1|reads like the inside of a sentence>0.2433|-0.141|0.018|below a sentence completed elsewhere>1|0.01|0.097|ahead of other heads>-2.432|two odd quotation marks>1|-0.177|0.001|the text below completes another>1|-0.073|0.237
ahead of other heads>-6.708|weight>-5.657|0.155|more open ends than beginnings>0|-0.001|-0.178|the words of this story rather than another>0.7693|stories between>1|0.021|-0.091|units between>-4|0.072|-0.169
the words above are of another story>-0.2451|reads like the inside of a sentence>-0.82|its beginning>0.4267|-0.061|0.164|shared words>0.0776|-0.122|0.024|ahead of other tails>-2.033|better tails>3|0.192|-0.027|ahead of other heads>0.8461|-0.078|0.029
ahead of other heads>-6.708|ahead of other tails>-5.524|the words of this story rather than another>0|-0.031|0.201|more open ends than beginnings>0|0.002|-0.173|its beginning>0.5157|a short rest>0.025|-0.079|0.121|ahead of other tails>-2.033|0.136|-0.004
joined at first>1|distance>0.02667|a rotated page>1|-0.165|0.11|stories between>0.25|0.08|-0.029|the last line is not full>1|ahead of other heads>0.8461|-0.099|0.059|-0.179
the words above are of another story>0.6205|the words above are of another story>0.045|units between>7|0.007|-0.097|words that follow each other>0|0.196|0.02|distance>0.05333|units between>1|-0.184|-0.001|behind a whole paragraph>1|0.135|-0.05
ahead of other tails>-5.185|a short rest>0.8|reads like the inside of a sentence>0.3567|-0.056|0.045|shared words>0|-0.029|0.512|stories between>1|distance>0.02667|-0.031|0.034|units between>64|-0.128|0.093
a whole tail>1|reads like the inside of a sentence>0.2433|the first line is full>1|-0.15|-0.007|distance>0.04|0.119|-0.066|its beginning>2.517|reads like the inside of a sentence>-0.1433|-0.014|0.052|ahead of other heads>-2.432|-0.143|0.006
shared words>1|shared words>0.0776|the words of this story rather than another>-0.213|-0.057|0.029|the words of this story rather than another>-0.6927|0.214|0.015|units between>-2|below a sentence completed elsewhere>1|-0.078|0.152|words that follow each other>0.3|-0.211|0.016
ahead of other tails>-5.185|a short rest>0.8|reads like the inside of a sentence>0.3567|-0.049|0.043|shared words>0|-0.028|0.435|ahead of other heads>-6.708|more open ends than beginnings>0|0.008|-0.162|more open ends than beginnings>0.4583|-0.009|0.089
ahead of other heads>2.912|distance>0.02667|ahead of other heads>0.8461|-0.179|-0.034|shared words>-0.0387|-0.047|0.049|its beginning>-0.056|open ends>9|0.134|-0.064|weight>3.058|0.107|-0.026
ahead of other tails>-4.495|a short rest>0.15|beginnings inside>8|-0.097|0.036|shared words>-0.0387|-0.041|0.382|ahead of other heads>-2.432|weight>-1.184|0.035|-0.139|its beginning>0.5157|-0.041|0.04
shared words>1|the words above are of another story>-0.2451|the first line is full>1|-0.11|0.021|ahead of other tails>-4.495|0.148|0.008|below a sentence completed elsewhere>1|distance>0.05333|-0.188|-0.042|the words above are of another story>0.2251|0.197|-0.074
ahead of other heads>-7.952|its beginning>0.9717|-0.008|-0.141|a whole tail>1|reads like the inside of a sentence>0.2433|-0.106|0.033|ahead of other tails>-2.033|0.056|-0.004
ahead of other heads>2.912|distance>0.02667|ahead of other heads>0.8461|-0.16|-0.03|stories between>0.25|0.063|-0.022|shared words>-0.0387|better tails>2|0.107|-0.071|beginnings inside>4|0.095|-0.021
more open ends than beginnings>0.4118|open ends>17|ahead of other tails>-4.495|0.138|0.001|weight>0.641|-0.081|0.001|ahead of other heads>-2.913|stands earlier>1|-0.101|0.045|units between>1|-0.012|0.107
`);
