import { widthOf } from '../reading/characters.ts';
import { isBody, neighbour, type Unit } from '../reading/units.ts';
import { assign } from './assignment.ts';
import { type Clue, type ClueName, WEIGHTS, weigh } from './clues.ts';
import { isOpen, type PageText, readPair, tailsOf } from './pairs.ts';

/**
 * A column can end below the first line of a paragraph, and a short line without a mark looks like a headline. What
 * tells them apart is the text around: a headline stands above the beginning of a text, or inside a sentence that goes
 * on behind it; a cut line stands above its rest. That is known when the cut sentences of the page are.
 */

/** Lines more certain than this are what they were taken for, whatever stands below them. */
const SURE = 0.9;
/** What must speak for the sentence to go on, so that a headline is none. */
const FOR_A_HEAD = 4.5;
/** The two halves of a headline are often set apart; running text has no such pause. */
const FOR_A_PAUSE = 4;
/** A text that begins inside a sentence may be the rest of one further up, which a headline stands in the middle of. */
const INSIDE = 1;
/** What the words beside the cut must say at least, so that such a text is not a stranger's. */
const PART = -1.75;
const NEVER = -20;
/** A line below an open sentence is more likely a headline than a text of one line: it has no room for another cut. */
const FOR_A_LINE = 3;
/** Surely the rest of the sentence above. */
const ITS_REST = 4;

interface MatchedPage {
  readonly page: PageText;
  readonly clues: ReadonlyMap<Unit, ReadonlyMap<Unit, readonly Clue[]>>;
}

/** Gives short lines the role that the text around them asks for. Says whether any has another than before. */
export function settleShortLines({ page, clues }: MatchedPage): boolean {
  const cut = cutLines(page, clues);
  const heads = page.body.filter((line) => standsInside(line, page));
  for (const line of cut) Object.assign(line, { role: 'paragraph', evidence: ['goes on in the text below'] });
  for (const line of heads) Object.assign(line, { role: 'head', evidence: ['short', 'a sentence goes on behind it'] });
  return cut.length + heads.length > 0;
}

/** Lines read as headlines whose sentence goes on in the text right below them, which completes no other one better. */
function cutLines(page: PageText, clues: MatchedPage['clues']): Unit[] {
  const begun = new Set(tailsOf(page));
  const lines = page.units.flatMap((line) => {
    const tail = mayGoOn(line) ? page.units[page.next.get(line.index) ?? -1] : undefined;
    if (!tail || !begun.has(tail)) return [];
    const begins = weigh(page.starts.get(tail.index) ?? []);
    const pair = weigh(readPair(line, tail, page));
    if (begins > INSIDE && pair - begins - WEIGHTS['next text below'] < PART) return [];
    const pause = /[ \u3000]/u.test(line.display.trim()) ? FOR_A_PAUSE : 0;
    const weight = pair - FOR_A_HEAD - pause;
    return weight > 0 ? [{ line, tail, weight }] : [];
  });
  if (lines.length === 0) return [];
  const tails = [...new Set(lines.map(({ tail }) => tail))];
  const others = [...clues.values()].map((row) =>
    tails.map((tail) => {
      const list = row.get(tail);
      return list ? weigh(list) : NEVER;
    }),
  );
  const own = lines.map((line) => tails.map((tail) => (tail === line.tail ? line.weight : NEVER)));
  const matched = assign([...others, ...own]).slice(others.length);
  return lines.flatMap(({ line }, at) => ((matched[at] ?? -1) >= 0 ? [line] : []));
}

/** A line that goes on is full; no column is narrower, and a first line is set in by two. */
const FULL = 9;
const BEFORE_IS_OPEN = 'the paragraph before is open';

const mayGoOn = (line: Unit) =>
  line.role === 'head' &&
  line.sign === undefined &&
  !line.complete &&
  line.confidence < SURE &&
  widthOf(line.plain) >= FULL &&
  !line.evidence.includes(BEFORE_IS_OPEN);

/** A line below an open sentence, read as text, that neither completes that one nor goes on itself. */
function standsInside(line: Unit, page: PageText): boolean {
  if (line.sign !== undefined || line.inLine || !isOpen(line) || line.confidence >= SURE) return false;
  if (IN_A_SENTENCE.test(line.text)) return false;
  if (!line.evidence.includes(BEFORE_IS_OPEN) || line.evidence.some((reason) => AGAINST.has(reason))) return false;
  const above = neighbour(page.units, line.index, -1);
  if (!above || !isBody(above) || !isOpen(above)) return false;
  const below = page.units[page.next.get(line.index) ?? -1];
  const meet = (head: Unit, tail: Unit | undefined) =>
    tail ? Math.max(0, weighWords(readPair(head, tail, page)) + WEIGHTS['next text below']) : 0;
  const into = meet(above, line);
  return into < ITS_REST && meet(above, below) + FOR_A_LINE > meet(line, below) + into;
}

/** An English line that begins with a small letter, or in which another sentence begins. */
const IN_A_SENTENCE = /^["“‘'(]?\p{Ll}|[.!?]["”’']? \p{Lu}/u;
const AGAINST: ReadonlySet<string> = new Set(['breaks off', 'a comma', 'an open quotation']);

/** Where a half stands, rather than what it says. */
const PLACES: ReadonlySet<ClueName> = new Set([
  'next text below',
  'elsewhere on the page',
  'distance',
  'stands earlier',
  'stories between',
]);

const weighWords = (clues: readonly Clue[]) => weigh(clues.filter(({ name }) => !PLACES.has(name)));
