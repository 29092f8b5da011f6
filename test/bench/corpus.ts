/**
 * Made-up Chinese newspaper articles in any number, the same for the same seed. Words are drawn by Zipf's law from the
 * 3,755 characters of GB 2312's first level, so that common and rare words, and the sizes of their lists, are as uneven
 * as in real text. Nobody wrote them and nobody should read them.
 */
export interface MadeArticle {
  readonly name: string;
  readonly text: string;
}

const WORDS = 24_000;
const PAPERS = ['霁川日报', '芦汀报', '鹤渚周报', '澜江晚报', '云石新报', '竹坞时报'];

/** mulberry32: small, quick, good enough to be uneven in the right way. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function listCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return [...new TextDecoder('gb18030').decode(new Uint8Array(bytes))];
}

/** Two-character words for the most part, as in the language; the first are the commonest. */
function listWords(random: () => number): string[] {
  const characters = listCharacters();
  const pick = () => characters[Math.floor(random() ** 2 * characters.length)] ?? '一';
  return Array.from({ length: WORDS }, () => {
    const length = random() < 0.12 ? 1 : random() < 0.85 ? 2 : 3;
    return Array.from({ length }, pick).join('');
  });
}

export function* makeArticles(count: number, characters = 2_000, seed = 20_240_318): Generator<MadeArticle> {
  const random = makeRandom(seed);
  const words = listWords(random);
  // Zipf's law, flattened at its top: the commonest word is some two in a hundred.
  const word = () => words[Math.floor(8 * ((WORDS / 8) ** random() - 1))] ?? '的';
  const phrase = (most: number) => Array.from({ length: 2 + Math.floor(random() * most) }, word).join('');
  for (let number = 0; number < count; number += 1) {
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3_650))).toISOString().slice(0, 10);
    const paper = PAPERS[Math.floor(random() * PAPERS.length)] ?? PAPERS[0];
    const lines = [phrase(5), `${paper}记者 ${phrase(1).slice(0, 3)}`];
    for (let length = 0; length < characters; ) {
      let paragraph = '';
      while (paragraph.length < 180) {
        const figure = random() < 0.08 ? `${Math.floor(random() * 9_000) / 10}万` : '';
        paragraph += `${phrase(6)}${figure}${random() < 0.65 ? '，' : '。'}`;
      }
      paragraph = `${paragraph.slice(0, -1)}。`;
      length += paragraph.length;
      lines.push(paragraph);
    }
    yield { name: `${day} ${paper} ${String(number).padStart(6, '0')}.txt`, text: `${lines.join('\n\n')}\n` };
  }
}
