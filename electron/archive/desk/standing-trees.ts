import { readTrees } from './standings.ts';

/** Fitted by `test/bench/desk-trees.ts`. */
export const TREES = readTrees(`
the words of this story rather than another>0.5887|shared words>0.03641|ahead of other heads>-1.709|-0.138|0.043|its beginning>-0.404|-0.08|0.224|units between>1|units between>-4|-0.006|-0.23|its beginning>0.644|-0.094|0.076
shared words>-0.1508|ahead of other heads>3.348|better heads>6|-0.157|0.022|reads like the inside of a sentence>-0.2333|-0.09|0.141|the words of this story rather than another>0.5887|the words above are of another story>0.007764|0.033|0.225|units between>1|-0.202|-0.02
its beginning>2.875|its beginning>-0.09733|begins with a small letter>1|-0.112|0.172|ahead of other tails>-4.67|0.434|0.061|ahead of other heads>-1.079|joined at first>1|-0.213|0.059|units between>1|-0.066|0.108
the words of this story rather than another>0.5887|shared words>-0.09682|the words of this story rather than another>-0.3591|-0.162|0.017|ahead of other tails>-3.375|0.356|0.048|units between>1|units between>-4|0.002|-0.205|its beginning>0.644|-0.079|0.07
ahead of other heads>-3.448|the last line is not full>1|better tails>4|-0.182|0.081|reads like the inside of a sentence>1.083|0.452|-0.074|its beginning>-0.1987|not set in>1|-0.115|0.159|the words above are of another story>0.7759|0.09|-0.16
its beginning>2.875|its beginning>-0.09733|weight>0.7462|-0.11|0.056|its beginning>1.944|0.109|-0.007|ahead of other heads>0.07533|joined at first>1|-0.182|0.016|distance>0.01333|-0.041|0.139
shared words>-0.1508|ahead of other heads>2.561|below a sentence completed elsewhere>1|-0.163|-0.042|reads like the inside of a sentence>-0.2333|-0.094|0.103|ahead of other tails>-5.075|units between>3|-0.06|0.527|the words of this story rather than another>0.5887|0.038|-0.131
its beginning>2.629|its beginning>-0.1987|not set in>1|-0.09|0.148|ahead of other tails>-2.811|0.189|0.028|ahead of other heads>-2.272|words that follow each other>-0.35|-0.001|-0.188|distance>0.02667|-0.07|0.121
shared words>-0.09682|the words of this story rather than another>-0.3591|shared words>-0.1943|-0.039|-0.218|joined at first>1|-0.061|0.119|the words of this story rather than another>0.5887|distance>0.02667|-0.008|0.113|units between>1|-0.159|0.003
ahead of other heads>-4.705|better tails>2|the page has these words>2|-0.19|-0.013|its beginning>2.451|0.104|-0.116|distance>0.02667|joined at first>1|-0.126|0.025|units between>6|0.126|-0.041
shared words>0.03641|stories between>1|units between>1|-0.078|0.023|opens with a noun>1|-0.188|0.003|the words of this story rather than another>0.5887|a whole tail>1|-0.095|0.115|shared words>1|0.01|-0.148
ahead of other tails>-4.67|units between>1|shared words>-0.2108|0.007|-0.079|reads like the inside of a sentence>-0.2333|-0.033|0.38|ahead of other heads>-2.272|ahead of other tails>-1.431|0.025|-0.171|its beginning>0.128|-0.058|0.055
its beginning>2.629|a whole tail>1|more open ends than beginnings>0.375|-0.155|0.011|shared words>0|-0.016|0.078|ahead of other heads>-2.272|open ends>4|-0.012|-0.163|opens with a noun>1|-0.038|0.12
ahead of other tails>-5.075|ahead of other tails>-5.879|shared words>0.03641|-0.078|0.016|units between>3|-0.062|0.38|ahead of other heads>-6.641|-0.162|the words above are of another story>0.7759|0.012|-0.137
its beginning>-0.792|reads like the inside of a sentence>0.1533|words that follow each other>0.15|-0.139|0.019|0.039|its beginning>2.312|shared words>-0.1508|-0.055|0.064|the text below completes another>1|-0.092|0.102
the words above are of another story>0.7759|shared words>0|the words of this story rather than another>0|-0.071|0.063|the words of this story rather than another>-0.6484|0.157|0.015|distance>0.04|-0.156|reads like the inside of a sentence>-0.2967|0.046|-0.058
units between>6|units between>3|the last line is not full>1|0.006|-0.236|beginnings inside>5|0.018|0.283|the words above are of another story>0.1314|ahead of other heads>1.046|-0.15|0.083|the words of this story rather than another>-0.6484|0.222|-0.055
its beginning>-0.1987|not set in>1|a short rest>0.05|-0.094|0.073|0.133|its beginning>1.944|reads like the inside of a sentence>0.1533|0.021|0.127|ahead of other tails>-1.431|0.094|-0.071
ahead of other heads>3.348|distance>0.02667|ahead of other heads>1.046|-0.154|-0.037|units between>6|0.063|-0.051|reads like the inside of a sentence>0|opens with a noun>1|0.046|-0.076|the last line is not full>1|0.133|-0.136
the words of this story rather than another>0.5887|stories between>1|its beginning>-0.09733|-0.036|0.039|the words above are of another story>0.1314|-0.142|0.096|ahead of other heads>3.348|distance>0.05333|-0.17|0.023|a short rest>0.05|-0.071|0.1
ahead of other tails>-4.67|distance>0.1067|its beginning>-0.2933|-0.044|0.29|what is counted follows>1|-0.094|0.131|ahead of other heads>-1.079|ahead of other tails>-2.811|0.056|-0.092|more open ends than beginnings>0.4615|-0.009|0.122
a whole tail>1|more open ends than beginnings>0.375|reads like the inside of a sentence>0.1533|-0.159|0|ahead of other heads>-1.079|-0.094|0.06|ahead of other heads>3.348|distance>0.02667|-0.071|0.023|the words of this story rather than another>-0.423|-0.093|0.079
a whole tail>1|its beginning>0.3267|ahead of other heads>-0.3757|0.02|-0.146|ahead of other heads>1.046|-0.069|0.095|ahead of other heads>-4.705|its beginning>1.084|0.133|-0.096|its beginning>-0.792|-0.088|0.029
ahead of other tails>-5.075|units between>3|more open ends than beginnings>0.3333|-0.078|-0.003|beginnings inside>5|-0.028|0.264|ahead of other heads>-6.641|-0.145|its beginning>0.644|-0.032|0.023
better tails>8|ahead of other tails>-4.67|the words above are of another story>0|-0.05|0.196|ahead of other heads>1.046|-0.033|0.027|open ends>6|shared words>-0.1177|-0.025|0.019|-0.127
`);
