import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lexicon } from '../../electron/archive/desk/lexicon.ts';
import { openingFeatures } from '../../electron/archive/desk/openings.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { seeded } from '../archive/desk/scramble/random.ts';

/**
 * Fits the weights of `openings.ts`: paragraphs as they begin against the same paragraphs cut at random places, by
 * logistic regression held near 0. `node test/bench/desk-openings.ts [odd|even]` takes every second article only, so
 * that a table can be measured on articles it does not know.
 */
const half = ['odd', 'even'].indexOf(process.argv[2] ?? '');
const random = seeded(7);
const words = lexicon();
const CUTS = 14;
const HOLD = 0.2;

const paragraphs = readArticles()
  .filter((article, at) => article.lang === 'zh' && (half < 0 || at % 2 === half))
  .flatMap((article) => article.items.filter((item) => item.role === 'paragraph').map((item) => item.text));
const samples: { features: string[]; inside: boolean }[] = [];
for (const text of paragraphs) {
  if (text.length < 30) continue;
  // A first half is cut at its end as often as not.
  const end = random.chance(0.3) ? random.int(14, text.length - 1) : text.length;
  samples.push({ features: openingFeatures(text.slice(0, end), end === text.length, words), inside: false });
  for (let cut = 0; cut < CUTS; cut++) {
    const at = random.int(8, text.length - 4);
    if (/[。！？]$/u.test(text.slice(0, at)) || /^[，。、；：！？”’》）」』)]/u.test(text[at] ?? '')) continue;
    samples.push({ features: openingFeatures(text.slice(at), true, words), inside: true });
  }
}
const inside = samples.filter((sample) => sample.inside).length;
const share = (samples.length - inside) / inside;
const weights = new Map<string, number>();
const spread = new Map<string, number>();
for (let round = 0; round < 40; round++) {
  for (const { features, inside } of random.shuffle(samples)) {
    const sum = features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
    const pull = ((inside ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (inside ? share : 1);
    for (const feature of features) {
      const step = pull - (HOLD * (weights.get(feature) ?? 0)) / features.length;
      spread.set(feature, (spread.get(feature) ?? 0) + step * step);
      weights.set(feature, (weights.get(feature) ?? 0) + (0.15 * step) / Math.sqrt((spread.get(feature) ?? 0) + 1e-3));
    }
  }
}
const lines = [...weights]
  .filter(([, weight]) => Math.abs(weight) >= 0.05)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([feature, weight]) => `  ${/^\w+$/.test(feature) ? feature : `'${feature}'`}: ${Number(weight.toFixed(2))},`);
writeFileSync(
  resolve(import.meta.dirname, '../../electron/archive/desk/opening-weights.ts'),
  `/** Fitted by \`test/bench/desk-openings.ts\`: above 0 for the inside of a sentence, below 0 for its beginning. */\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
);
console.log(`${samples.length} samples, ${lines.length} weights`);
