import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lexicon } from '../../electron/archive/desk/reading/lexicon.ts';
import { openingFeatures } from '../../electron/archive/desk/seams/openings.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { seeded } from '../archive/desk/scramble/random.ts';

/**
 * Fits the weights of `openings.ts`: paragraphs as they begin, and sentences inside them, which begin much alike,
 * against the same paragraphs cut at random places, by logistic regression held near 0. `node
 * test/bench/desk-openings.ts [odd|even]` takes every second article only, so that a table can be measured on articles
 * it does not know.
 */
const half = ['odd', 'even'].indexOf(process.argv[2] ?? '');
const words = lexicon();
const CUTS = 14;
const SENTENCE = 0.6;
const HOLD = 0.6;
const ROUNDS = 60;

interface Sample {
  readonly features: readonly string[];
  readonly inside: boolean;
  readonly weight: number;
}

const paragraphs = readArticles()
  .filter((article, at) => article.lang === 'zh' && (half < 0 || at % 2 === half))
  .flatMap((article) => article.items.flatMap((item) => (item.role === 'paragraph' ? [item.text] : [])))
  .filter((text) => text.length >= 30);

/** `behind` says what a cut must stand behind. */
function readSamples(behind: RegExp): Sample[] {
  const random = seeded(7);
  const samples: Sample[] = [];
  const add = (text: string, inside: boolean, weight = 1) =>
    samples.push({ features: openingFeatures(text, words), inside, weight });
  for (const text of paragraphs) {
    add(text, false);
    for (const match of text.matchAll(/[。！？][”’]?(?=[^”’」）].{13})/gu))
      add(text.slice(match.index + match[0].length), false, SENTENCE);
    for (let at = 8, left = CUTS * 4; at < text.length - 3 && left > 0; left--) {
      at = random.int(8, text.length - 4);
      if (!behind.test(text.slice(0, at)) || /^[，。、；：！？”’》）」』)]/u.test(text.slice(at))) continue;
      add(text.slice(at), true);
      if (samples.length % CUTS === 0) break;
    }
  }
  return samples;
}

function fitTable(samples: readonly Sample[]): string {
  const sum = (inside: boolean) =>
    samples.reduce((total, sample) => total + (sample.inside === inside ? sample.weight : 0), 0);
  const share = sum(false) / sum(true);
  const weights = new Map<string, number>();
  const spread = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Map<string, number>();
    for (const { features, inside, weight } of samples) {
      const odds = features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
      const pull = ((inside ? 1 : 0) - 1 / (1 + Math.exp(-odds))) * weight * (inside ? share : 1);
      for (const feature of features) slope.set(feature, (slope.get(feature) ?? 0) + pull);
    }
    for (const [feature, pull] of slope) {
      const step = pull - HOLD * (weights.get(feature) ?? 0);
      const size = (spread.get(feature) ?? 0) * 0.9 + step * step * 0.1;
      spread.set(feature, size);
      weights.set(feature, (weights.get(feature) ?? 0) + (0.08 * step) / (Math.sqrt(size) + 1e-3));
    }
  }
  return [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `${feature}=${Number(weight.toFixed(2))}`)
    .join('|')
    .replace(/(.{90,110})\|/gu, '$1\n');
}

const table = (name: string, rows: string) => `export const ${name} = readWeights(\`\n${rows}\n\`);\n`;
writeFileSync(
  resolve(import.meta.dirname, '../../electron/archive/desk/seams/opening-weights.ts'),
  `/** Fitted by \`test/bench/desk-openings.ts\`: above 0 for the inside of a sentence, below 0 for its beginning. */
const readWeights = (rows: string): ReadonlyMap<string, number> =>
  new Map(
    rows
      .trim()
      .split(/[|\\n]/u)
      .map((pair) => {
        const sign = pair.lastIndexOf('=');
        return [pair.slice(0, sign), Number(pair.slice(sign + 1))] as const;
      }),
  );

/** For sentences cut between two words. */
${table('AFTER_A_WORD', fitTable(readSamples(/[^，、；：,;:。！？][”’]?$/u)))}
/** For sentences cut behind a comma or another mark that leads on. */
${table('AFTER_A_MARK', fitTable(readSamples(/[，、；：][”’]?$/u)))}`,
);
