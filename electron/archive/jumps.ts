import { dirname } from 'node:path/posix';
import type { JumpCandidate, JumpDirection, JumpStub } from '#contract/jumps.ts';
import { type JumpMark, pageKey, readJumpMark } from './desk/jump-marks.ts';
import { type JumpStory, LEAST_SCORE, rankJump } from './desk/jump-rank.ts';
import { rarityOf, vocabularyOf } from './desk/vocabulary.ts';
import type { ReadDb } from './store/database.ts';
import { type JumpLine, type JumpText, jumpReads } from './store/jumps.ts';

/** Candidates that are shown; the right one is nearly always the first. */
const SHOWN = 5;
/** Characters beside the gap that are shown. */
const WORDS = 60;
/** What two ends have that each is the other's best. */
const BEST_FOR_BOTH = 0.08;

interface End {
  readonly id: string;
  readonly text: JumpText;
  readonly story: JumpStory;
  readonly direction: JumpDirection;
  /** As printed. */
  readonly mark: string | null;
}

/** All open ends of one paper's day; of files that say no day, those of one folder. */
interface Group {
  readonly key: string;
  readonly lines: (JumpLine & { readonly jump: JumpMark })[];
}

/**
 * The ends of stories that go on on another page, with what may be their other half. Nothing is kept: the marks are in
 * the articles, and what was joined is not open any more. A day that did not change is ranked once.
 */
export function openJumps(reader: ReadDb) {
  const jumps = jumpReads(reader);
  const ranked = new Map<string, { readonly state: string; readonly stubs: JumpStub[] }>();

  function groups(): Group[] {
    const found = new Map<string, Group>();
    for (const line of jumps.lines()) {
      const jump = readJumpMark(line.body.slice(line.start, line.end));
      // A mark whose other page is joined has done its work.
      if (!jump || (jump.direction === 'onto' ? line.hasNext : line.hasBefore)) continue;
      const key = issueOf(line) ?? `in ${dirname(line.path.replaceAll('\\', '/'))}`;
      const group = found.get(key);
      if (group) group.lines.push({ ...line, jump });
      else found.set(key, { key, lines: [{ ...line, jump }] });
    }
    return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  function rank({ key, lines }: Group): JumpStub[] {
    const [first] = lines;
    const day = first && issueOf(first) !== null ? jumps.ofSameDay(first.article) : [];
    const state = [...lines, ...day].map(({ article, updatedAt }) => `${article} ${updatedAt}`).join();
    const known = ranked.get(key);
    if (known?.state === state) return known.stubs;
    const rarity = rarityOf([...new Map([...day, ...lines].map(({ article, body }) => [article, body])).values()]);
    const marked = lines.map((line) => toEnd(line, line));
    const unmarked = day
      .filter(({ article, hasBefore }) => !hasBefore && !lines.some((line) => line.article === article))
      .map((text) => toEnd(text, undefined));
    const pairs = marked.flatMap((stub) =>
      [...marked, ...unmarked].flatMap((other) => {
        if (other.text.whole === stub.text.whole || other.direction === stub.direction) return [];
        // Without a mark of its own, only a story on the very page that is named goes on from another.
        if (other.mark === null && !isNamedPage(stub, other)) return [];
        const { score, reasons } = rankJump(stub.story, other.story, stub.direction, rarity);
        return score < LEAST_SCORE ? [] : [{ stub, other, score, reasons }];
      }),
    );
    const best = new Map<End, (typeof pairs)[number]>();
    for (const pair of pairs) if (pair.score > (best.get(pair.stub)?.score ?? 0)) best.set(pair.stub, pair);
    const stubs = marked.map((stub): JumpStub => {
      const candidates = pairs
        .filter((pair) => pair.stub === stub)
        .map(({ other, score, reasons }): JumpCandidate & { end: End } => {
          const isBest = best.get(stub)?.other === other && best.get(other)?.other === stub;
          return {
            ...shown(other),
            end: other,
            score: Math.min(1, score + (isBest ? BEST_FOR_BOTH : 0)),
            reasons: isBest ? [...reasons, { kind: 'best_for_both', against: false, words: [] }] : [...reasons],
          };
        })
        .sort((one, other) => other.score - one.score || (one.end.id < other.end.id ? -1 : 1))
        .slice(0, SHOWN)
        .map(({ end: _, ...candidate }) => candidate);
      return {
        ...shown(stub),
        id: stub.id,
        direction: stub.direction,
        toPage: stub.story.mark?.page ?? null,
        candidates,
      };
    });
    ranked.set(key, { state, stubs });
    return stubs;
  }

  return {
    /** Every open end, by paper, day and page. `turn` is awaited between two days. */
    async list(show: 'all' | 'pairs', turn: () => Promise<unknown>): Promise<JumpStub[]> {
      const all: JumpStub[] = [];
      const keys = new Set<string>();
      for (const group of groups()) {
        const stubs = rank(group);
        keys.add(group.key);
        all.push(...(show === 'all' ? stubs : withoutTwins(stubs)));
        await turn();
      }
      for (const key of ranked.keys()) if (!keys.has(key)) ranked.delete(key);
      return all;
    },
    count(): number {
      return groups().reduce((sum, { lines }) => sum + lines.length, 0);
    },
  };
}

function issueOf({ publication, date }: JumpText): string | null {
  return publication !== null && date?.edtf.length === 10 ? `${publication} ${date.edtf}` : null;
}

/** A line is the end that its mark says; without one, a story that may come from another page. */
function toEnd(text: JumpText, line: (JumpLine & { readonly jump: JumpMark }) | undefined): End {
  const direction = line?.jump.direction ?? 'from';
  const mark = line ? text.body.slice(line.start, line.end) : null;
  return {
    id: `${text.article}:${line?.position ?? 'start'}`,
    text,
    direction,
    mark,
    story: {
      title: text.title,
      text: text.body,
      vocabulary: vocabularyOf(text.body),
      page: text.page,
      issue: issueOf(text),
      mark: line?.jump ?? null,
      words: wordsBeside(text, line, direction),
    },
  };
}

function wordsBeside(text: JumpText, line: JumpLine | undefined, direction: JumpDirection): string {
  if (direction === 'onto') return text.body.slice(0, line?.start).trimEnd().slice(-WORDS).replaceAll('\n', ' ');
  const after = text.body.slice(line?.end ?? 0).trimStart();
  // The headline is printed again above what goes on.
  const rest = after.startsWith(text.title) && text.title !== '' ? after.slice(text.title.length).trimStart() : after;
  return rest.slice(0, WORDS).replaceAll('\n', ' ');
}

function isNamedPage(stub: End, other: End): boolean {
  const named = stub.story.mark?.page;
  return stub.direction === 'onto' && named != null && other.text.page !== null && pageKey(other.text.page) === named;
}

function shown({ text, mark, story }: End): Omit<JumpCandidate, 'score' | 'reasons'> {
  const { whole, title, publication, date, page, source } = text;
  return { article: whole, title, publication, date, page, source, mark, words: story.words };
}

/** Leaves out an end that comes from a page where it is the first candidate: the pair is shown once. */
function withoutTwins(stubs: readonly JumpStub[]): JumpStub[] {
  const taken = new Set(
    stubs.flatMap(({ direction, candidates: [first] }) => (direction === 'onto' && first?.mark ? [first.article] : [])),
  );
  return stubs.filter(({ direction, article }) => direction === 'onto' || !taken.has(article));
}
