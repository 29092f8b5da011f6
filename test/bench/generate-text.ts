/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Words by how often they come: far down the list the nth is about n times rarer than the first (Zipf); the first ones are
 * nearer to each other (Mandelbrot), and those of Chinese are single characters.
 */
export interface Vocabulary {
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

const CHINESE_WORDS = 30_000;
const ENGLISH_WORDS = 8_000;
const ENGLISH_SHARE = 0.15;
/** What makes the first words as common as jieba's counts of real text have them: the 1st 1 in 70, the 10th 1 in 150, the 1,000th 1 in 8,000. */
const MANDELBROT = 8;
const SINGLE_WORDS = 40;

/** The first level of GB 2312: 3,755 characters in use. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1)
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
  return characters;
}

export function makeVocabulary(random: Random): Vocabulary {
  const characters = shuffle(commonCharacters(), random);
  const chinese = new Set<string>();
  while (chinese.size < CHINESE_WORDS) {
    const length = chinese.size < SINGLE_WORDS ? 1 : ([1, 2, 2, 2, 2, 2, 3, 4][Math.floor(random() * 8)] ?? 2);
    chinese.add(Array.from({ length }, () => pickZipf(characters, random)).join(''));
  }
  const english = new Set<string>();
  while (english.size < ENGLISH_WORDS) {
    const syllables = 1 + Math.floor(random() * 3);
    english.add(Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''));
  }
  return { chinese: [...chinese], english: [...english] };
}

const SYLLABLES = [...'bcdfglmnprstv'].flatMap((consonant) =>
  ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'in', 'on', 'ust'].map((vowel) => consonant + vowel),
);

function pickZipf<Item>(items: readonly Item[], random: Random): Item {
  // The inverse of the distribution 1 / (x + MANDELBROT) on [1, n + 1).
  const first = 1 + MANDELBROT;
  const rank = Math.floor(first * ((items.length + first) / first) ** random() - MANDELBROT);
  return items[Math.min(rank, items.length) - 1] as Item;
}

function shuffle<Item>(items: Item[], random: Random): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}

/** A title of eight to twenty characters. */
export function generateTitle(vocabulary: Vocabulary, random: Random): string {
  const length = 8 + Math.floor(random() * 12);
  let title = '';
  while (title.length < length) title += pickZipf(vocabulary.chinese, random);
  return title;
}

/** Paragraphs of sentences, about so many characters in all, one word in seven English. */
export function generateParagraphs(vocabulary: Vocabulary, random: Random, characters: number): string[] {
  const paragraphs: string[] = [];
  for (let written = 0; written < characters; ) {
    const length = Math.min(characters - written, 120 + Math.floor(random() * 160));
    let paragraph = '';
    while (paragraph.length < length) {
      const english = random() < ENGLISH_SHARE;
      paragraph += english ? ` ${pickZipf(vocabulary.english, random)} ` : pickZipf(vocabulary.chinese, random);
      if (random() < 0.02) paragraph += String(Math.floor(random() * 10_000));
      if (random() < 0.12) paragraph += random() < 0.6 ? ',' : '。';
    }
    paragraphs.push(`${paragraph.trim()}。`);
    written += paragraph.length;
  }
  return paragraphs;
}
