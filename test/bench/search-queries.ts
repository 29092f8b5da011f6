import type { SearchInput } from '#archive/search/search.ts';
import type { ReadDb } from '#archive/store/database.ts';
import { type Random, seededRandom } from './generate-text.ts';

/** Cuts `length` characters without blanks and punctuation out of a random article. */
function cutter(db: ReadDb, random: Random, articles: number) {
  const body = db.prepare<[number], string>('SELECT body FROM article_text WHERE seq = ?').pluck();
  return (length: number, pattern: RegExp): string => {
    for (;;) {
      const text = body.get(1 + Math.floor(random() * articles)) as string | undefined;
      const start = Math.floor(random() * Math.max(0, (text?.length ?? 0) - length));
      const part = text?.slice(start, start + length);
      if (part !== undefined && pattern.test(part)) return part;
    }
  };
}

/** A maker of queries for each kind; the same for the same archive. */
export function makeQueries(db: ReadDb, articles: number): Record<string, () => SearchInput> {
  const random = seededRandom(7);
  const cut = cutter(db, random, articles);
  const han = (length: number) => cut(length, /^\p{Script=Han}+$/u);
  const swap = (text: string) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + han(1) + text.slice(at + 1);
  };
  return {
    'one character': () => ({ text: han(1) }),
    'two characters': () => ({ text: han(2) }),
    'four characters': () => ({ text: han(4) }),
    'eight characters': () => ({ text: han(8) }),
    'eight characters with punctuation': () => ({ text: `"${cut(8, /^[^\s"]*\p{P}[^\s"]*$/u)}"` }),
    'one of them changed': () => ({ text: swap(han(4)) }),
    'two characters, one changed': () => ({ text: swap(han(2)) }),
    'word and word': () => ({ text: `${han(2)} ${han(2)}` }),
    'word or word': () => ({ text: `${han(2)} OR ${han(2)}` }),
    'word without word': () => ({ text: `${han(2)} -${han(2)}` }),
    'word near word': () => ({ text: `${han(2)} NEAR/10 ${han(2)}` }),
    'in the title': () => ({ text: `title:${han(2)}` }),
    'in a year': () => ({ text: `${han(2)} from:2019 to:2019` }),
    'by paper': () => ({ text: `${han(2)} paper:江城` }),
    'a year alone': () => ({ text: `from:20${15 + Math.floor(random() * 10)}-03` }),
    'everything there is': () => ({ text: 'is:unread' }),
    'two characters, by date': () => ({ text: han(2), sort: 'date' }),
    'two characters, by title': () => ({ text: han(2), sort: 'title' }),
    'two characters, by paper': () => ({ text: han(2), sort: 'publication' }),
    'years, by date': () => ({ text: 'to:2015-06', sort: 'date' }),
    'two characters, page 20': () => ({ text: han(2), offset: 950 }),
  };
}
