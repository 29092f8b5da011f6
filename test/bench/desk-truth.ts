import type { Derivation, DerivedBlock } from '#contract/derivation.ts';
import { assign } from '../../electron/archive/desk/seams/assignment.ts';

/** As much of a labels file as tells right from wrong. */
export interface Truth {
  readonly articles: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string | null;
    readonly paragraphs: readonly {
      readonly pieces: readonly (readonly [number, number])[];
      readonly section?: string | null;
      readonly truncated_end?: boolean;
      readonly equivalent_pieces?: readonly (readonly (readonly [number, number])[])[];
    }[];
  }[];
  readonly joins: readonly { readonly left_end: number; readonly right_start: number | null }[];
  readonly coverage: {
    readonly ranges: readonly {
      readonly start: number;
      readonly end: number;
      readonly role: string;
      readonly article?: string | null;
    }[];
  };
}

/** What is right about a block. */
export interface BlockVerdict {
  readonly role: boolean;
  readonly article: boolean;
  /** It begins, ends and says what a paragraph of the truth does; always so for what is no paragraph. */
  readonly start: boolean;
  readonly end: boolean;
  readonly text: boolean;
}

export interface Verdicts {
  readonly block: (article: number, block: number) => BlockVerdict;
  /** Whether a story is one of the truth and not a second part of one. */
  readonly story: (article: number) => boolean;
  /** The text before `left` is followed by the text at `right`. */
  readonly seam: (leftEnd: number, rightStart: number) => boolean;
  readonly dropped: (at: number) => boolean;
}

const fold = (role: string) => (role.startsWith('noise') ? 'noise' : role === 'photo_credit' ? 'caption' : role);
const MOST = 0.95;
/** A story is the one whose headline stands with some text of its own; what else stands there is wrong, however long. */
const HEADED = 100_000;
/** A character of a byline or label tells more than one of the text. */
const HEADING = 25;

/** Says of every decision in a derivation whether it is right. The rules are those of the scorer beside the repository. */
export function judge(derivation: Derivation, truth: Truth, raw: string): Verdicts {
  const solid = (at: number) => !/\s/u.test(raw[at] ?? ' ');
  const charsOf = (pieces: readonly (readonly [number, number, ...unknown[]])[]) => {
    const list: number[] = [];
    for (const [start, end] of pieces) for (let at = start; at < end; at++) if (solid(at)) list.push(at);
    return list;
  };
  const role = new Map<number, string>();
  const story = new Map<number, string>();
  for (const range of truth.coverage.ranges) {
    for (let at = range.start; at < range.end; at++) {
      role.set(at, fold(range.role));
      if (range.article) story.set(at, range.article);
    }
  }
  const paragraphs = new Map<string, { open: boolean }>();
  const starts = new Set<number>();
  /** Last character, and whether the rest is lost. */
  const ends = new Map<number, boolean>();
  const follows = new Set<string>();
  const copies = new Set<number>();
  for (const article of truth.articles) {
    for (const paragraph of article.paragraphs) {
      const open = paragraph.truncated_end ?? false;
      for (const pieces of [paragraph.pieces, ...(paragraph.equivalent_pieces ?? [])]) {
        const list = charsOf(pieces);
        for (const at of list) story.set(at, article.id);
        if (paragraph.equivalent_pieces) for (const at of list) copies.add(at);
        paragraphs.set(list.join(), { open });
        starts.add(list[0] ?? -1);
        ends.set(list.at(-1) ?? -1, open);
        for (const [index, at] of list.entries()) follows.add(`${at}>${list[index + 1]}`);
      }
    }
  }
  const lastSolid = (end: number) => {
    let at = end - 1;
    while (at >= 0 && !solid(at)) at--;
    return at;
  };
  const nextSolid = (start: number) => {
    let at = start;
    while (at < raw.length && !solid(at)) at++;
    return at;
  };
  for (const { left_end, right_start } of truth.joins)
    if (right_start !== null) follows.add(`${lastSolid(left_end)}>${nextSolid(right_start)}`);

  const free = new Set(truth.articles.filter((article) => article.kind === 'abstract').map((article) => article.id));
  const names = truth.articles.map((article) => article.id);
  const shared = derivation.articles.map((article) => {
    const text = new Map<string, number>();
    const headed = new Set<string>();
    for (const block of article.blocks) {
      for (const at of charsOf(block.pieces)) {
        const of = story.get(at) ?? '';
        if (role.get(at) === 'paragraph') text.set(of, (text.get(of) ?? 0) + 1);
        else if (role.get(at) === 'title') headed.add(of);
        else text.set(of, (text.get(of) ?? 0) + HEADING);
      }
    }
    return names.map((name) => (text.get(name) ?? 0) + (headed.has(name) && text.has(name) ? HEADED : 0));
  });
  const matched = assign(shared).map((at) => names[at]);

  const roleFits = (block: DerivedBlock, list: readonly number[]) => {
    const said = fold(block.role);
    const right = list.filter((at) => {
      const is = role.get(at);
      return (
        is === said ||
        (is === 'dateline' && said === 'paragraph') ||
        (is === 'duplicate' && said === 'paragraph' && copies.has(at))
      );
    }).length;
    return right >= list.length * MOST;
  };
  return {
    block(article, at) {
      const block = derivation.articles[article]?.blocks[at];
      if (!block) throw new RangeError('no such block');
      const list = charsOf(block.pieces);
      const own = list.filter((place) => story.has(place));
      const home = matched[article];
      const there = own.filter((place) => story.get(place) === home || free.has(story.get(place) ?? '')).length;
      const verdict = { role: roleFits(block, list), article: there >= own.length * MOST };
      if (block.role !== 'paragraph') return { ...verdict, start: true, end: true, text: true };
      const end = ends.get(list.at(-1) ?? -2);
      const same = paragraphs.get(list.join());
      return {
        ...verdict,
        // What follows the first half of a wrong seam is that seam’s fault.
        start: starts.has(list[0] ?? -2),
        end: end !== undefined && end === (block.openEnd ?? false),
        text: same !== undefined && same.open === (block.openEnd ?? false),
      };
    },
    story: (article) => matched[article] !== undefined,
    seam: (leftEnd, rightStart) => follows.has(`${lastSolid(leftEnd)}>${nextSolid(rightStart)}`),
    dropped(at) {
      const list = charsOf(derivation.dropped[at]?.pieces ?? []);
      const right = list.filter(
        (place) => copies.has(place) || ['noise', 'duplicate', 'label'].includes(role.get(place) ?? 'noise'),
      );
      return right.length >= list.length * MOST;
    },
  };
}
