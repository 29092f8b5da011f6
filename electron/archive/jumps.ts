import { dirname } from 'node:path/posix';
import type { JumpCandidate, JumpDirection, JumpStub } from '#contract/jumps.ts';
import { type JumpMark, pageKey, readJumpMark } from './desk/jumps/jump-marks.ts';
import { type JumpStory, LEAST_SCORE, type RankedJump, rankJump, reasonsOf } from './desk/jumps/jump-rank.ts';
import { rarityOf, vocabularyOf } from './desk/reading/vocabulary.ts';
import { firstWords, lastWords } from './store/cut-words.ts';
import type { ReadDb } from './store/database.ts';
import { type JumpLine, type JumpPart, jumpReads } from './store/jumps.ts';

/** Candidates that are shown; the right one is nearly always the first. */
const SHOWN = 5;
/** Characters beside the gap that are shown. */
const WORDS = 60;
/** What two ends have that each is the other's best. */
const BEST_FOR_BOTH = 0.08;

/** Marks read in one turn: whoever reads or searches meanwhile does not wait longer. */
const MARKS_A_TURN = 200;

/** Lets others have their turn. */
type Turn = () => Promise<unknown>;

type MarkedLine = JumpLine & { readonly jump: JumpMark };

interface End {
  readonly part: JumpPart;
  readonly story: JumpStory;
  readonly direction: JumpDirection;
  readonly line: MarkedLine | undefined;
  /** As printed. */
  readonly mark: string | null;
}

interface Pair extends RankedJump {
  readonly stub: End;
  readonly other: End;
}

/** All open ends of one paper's day; of files that say no day, those of one folder. */
interface Group {
  readonly key: string;
  readonly isDay: boolean;
  readonly lines: MarkedLine[];
}

const idOf = ({ article, position }: JumpLine) => `${article}:${position}`;

/**
 * The ends of stories that go on on another page, with what may be their other half. Nothing is kept: the marks are in
 * the articles, and what was joined is not open any more. Only days that are shown are ranked, each once as it is.
 */
export function openJumps(reader: ReadDb) {
  const jumps = jumpReads(reader);
  /** What each mark says, as long as its article is the same: no text is read twice for it. */
  const marks = new Map<string, JumpMark | null>();
  const ranked = new Map<string, { readonly state: string; readonly stubs: ReadonlyMap<string, JumpStub> }>();

  async function groups(turn: Turn): Promise<Group[]> {
    const found = new Map<string, Group>();
    const seen = new Set<string>();
    let read = 0;
    for (const line of jumps.lines()) {
      const known = `${idOf(line)} ${line.updatedAt}`;
      seen.add(known);
      let jump = marks.get(known);
      if (jump === undefined) {
        jump = readJumpMark(jumps.bodyOf(line.article).slice(line.start, line.end)) ?? null;
        marks.set(known, jump);
        read += 1;
        if (read % MARKS_A_TURN === 0) await turn();
      }
      // A mark whose other page is joined has done its work.
      if (!jump || (jump.direction === 'onto' ? line.hasNext : line.hasBefore)) continue;
      const key = line.day ?? `\u{10FFFF}${dirname(jumps.pathOf(line.article).replaceAll('\\', '/'))}`;
      const group = found.get(key);
      if (group) group.lines.push({ ...line, jump });
      else found.set(key, { key, isDay: line.day !== null, lines: [{ ...line, jump }] });
    }
    for (const known of marks.keys()) if (!seen.has(known)) marks.delete(known);
    for (const key of ranked.keys()) if (!found.has(key)) ranked.delete(key);
    return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  function rank({ key, isDay, lines }: Group): ReadonlyMap<string, JumpStub> {
    const [first] = lines;
    const ids = new Set(lines.map(({ article }) => article));
    if (first && isDay) for (const id of jumps.ofSameDay(first.article)) ids.add(id);
    const parts = jumps.parts([...ids]);
    const state = parts.map(({ article, updatedAt }) => `${article} ${updatedAt}`).join();
    const known = ranked.get(key);
    if (known?.state === state) return known.stubs;
    const bodies = new Map(parts.map(({ article }) => [article, jumps.bodyOf(article)]));
    const rarity = rarityOf([...bodies.values()]);
    const issue = isDay ? key : null;
    const ends = parts.flatMap((part): End[] => {
      const text = bodies.get(part.article) ?? '';
      const own = lines.filter(({ article }) => article === part.article);
      if (own.length > 0) return own.map((line) => toEnd(part, text, issue, line));
      return part.hasBefore ? [] : [toEnd(part, text, issue, undefined)];
    });
    const marked = ends.filter(({ line }) => line !== undefined);
    const pairs = marked.flatMap((stub) =>
      ends.flatMap((other): Pair[] => {
        if (other.part.whole === stub.part.whole || other.direction === stub.direction) return [];
        // Without a mark of its own, only a story on the very page that is named goes on from another.
        if (other.line === undefined && !isNamedPage(stub, other)) return [];
        const made = rankJump(stub.story, other.story, stub.direction, rarity);
        return made.score < LEAST_SCORE ? [] : [{ stub, other, ...made }];
      }),
    );
    const best = new Map<End, Pair>();
    for (const pair of pairs) if (pair.score > (best.get(pair.stub)?.score ?? 0)) best.set(pair.stub, pair);
    const stubs = new Map(
      marked.map((stub) => {
        const candidates = pairs
          .filter((pair) => pair.stub === stub)
          .map((pair) => {
            const isBest = best.get(stub) === pair && best.get(pair.other)?.other === stub;
            return { ...pair, isBest, score: Math.min(1, pair.score + (isBest ? BEST_FOR_BOTH : 0)) };
          })
          .sort((one, other) => other.score - one.score || (one.other.part.article < other.other.part.article ? -1 : 1))
          .slice(0, SHOWN)
          .map(({ other, score, signs, isBest }): JumpCandidate => {
            const reasons = reasonsOf(signs, stub.story, other.story, rarity);
            if (isBest) reasons.push({ kind: 'best_for_both', against: false, words: [] });
            return { ...shown(other), score, reasons };
          });
        return [stub.line ? idOf(stub.line) : '', toStub(stub, candidates)] as const;
      }),
    );
    ranked.set(key, { state, stubs });
    return stubs;
  }

  return {
    /** Open ends by paper, day and page, from `offset` on, and how many there are. */
    async list(
      { show, offset, limit }: { show: 'all' | 'pairs'; offset: number; limit: number },
      turn: Turn,
    ): Promise<{ total: number; items: JumpStub[] }> {
      const items: JumpStub[] = [];
      let total = 0;
      for (const group of await groups(turn)) {
        const lines = show === 'all' ? group.lines : withoutTwins(group.lines, jumps.parts);
        const wanted = lines.filter((_, index) => total + index >= offset && total + index < offset + limit);
        total += lines.length;
        if (wanted.length === 0) continue;
        const stubs = rank(group);
        items.push(...wanted.flatMap((line) => stubs.get(idOf(line)) ?? []));
        await turn();
      }
      return { total, items };
    },
    /** As many as a person goes through. */
    async count(turn: Turn): Promise<number> {
      return (await groups(turn)).reduce((sum, { lines }) => sum + withoutTwins(lines, jumps.parts).length, 0);
    },
  };
}

/** An end is what its mark says; without one it is a story that may come from another page. */
function toEnd(part: JumpPart, text: string, issue: string | null, line: MarkedLine | undefined): End {
  const direction = line?.jump.direction ?? 'from';
  const words = wordsBeside(part.title, text, line, direction);
  const { title, page } = part;
  const mark = line ? text.slice(line.start, line.end) : null;
  const story = { title, text, vocabulary: vocabularyOf(text), page, issue, mark: line?.jump ?? null, words };
  return { part, direction, line, mark, story };
}

function wordsBeside(title: string, text: string, line: JumpLine | undefined, direction: JumpDirection): string {
  if (direction === 'onto')
    return lastWords(
      text
        .slice(0, line?.start)
        .slice(-WORDS * 4)
        .trimEnd(),
      WORDS,
    ).replaceAll('\n', ' ');
  const after = text.slice(line?.end ?? 0).trimStart();
  // The headline is printed again above what goes on.
  const rest = after.startsWith(title) && title !== '' ? after.slice(title.length).trimStart() : after;
  return firstWords(rest.slice(0, WORDS * 2), WORDS).replaceAll('\n', ' ');
}

function isNamedPage(stub: End, other: End): boolean {
  const named = stub.story.mark?.page;
  return stub.direction === 'onto' && named != null && other.part.page !== null && pageKey(other.part.page) === named;
}

function shown({ part, mark, story }: End): Omit<JumpCandidate, 'score' | 'reasons'> {
  const { whole, title, publication, date, page, source } = part;
  return { article: whole, title, publication, date, page, source, mark, words: story.words };
}

function toStub(stub: End, candidates: JumpCandidate[]): JumpStub {
  const { line, direction, story } = stub;
  const id = line ? idOf(line) : '';
  return { ...shown(stub), id, direction, toPage: story.mark?.page ?? null, candidates };
}

/** Leaves out an end that comes from a page on which one goes on to its own: the two are shown there. */
function withoutTwins(lines: readonly MarkedLine[], partsOf: (ids: JumpPart['article'][]) => JumpPart[]): MarkedLine[] {
  const back = lines.filter(({ jump }) => jump.direction === 'from');
  if (back.length === 0 || back.length === lines.length) return [...lines];
  const pages = new Map(
    partsOf(lines.map(({ article }) => article)).map(({ article, page }) => [article, page && pageKey(page)]),
  );
  const ways = new Set(
    lines
      .filter(({ jump }) => jump.direction === 'onto')
      .map(({ article, jump }) => `${pages.get(article)} ${jump.page}`),
  );
  return lines.filter(
    ({ article, jump }) => jump.direction === 'onto' || !ways.has(`${jump.page} ${pages.get(article)}`),
  );
}
