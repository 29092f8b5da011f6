import type { CarriedMarks } from '#contract/desk.ts';
import type { Difference } from '#contract/difference.ts';
import type { ArticleId, CorrectionId } from '#contract/ids.ts';
import type { Act } from '../../store/act.ts';
import { articleReads } from '../../store/articles.ts';
import {
  bodyHash,
  correctionReads,
  correctionWrites,
  type StoredCorrection,
  type StoredEdit,
} from '../../store/corrections.ts';
import type { WriteDb } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import type { Terms } from '../../store/texts.ts';
import type { MovedMark } from './accepted-marks.ts';
import type { Replacement } from './correct-block.ts';
import { correctedPages, type PageCorrection } from './corrected-pages.ts';
import { CorrectionRefused, checkEdits, pastTexts } from './corrected-text.ts';
import type { Marking } from './marking.ts';

export interface CorrectionToMake {
  readonly article: ArticleId;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly edits: readonly (Replacement & { readonly was?: string | undefined })[];
  readonly why: string;
}

export interface Corrected {
  readonly correction: StoredCorrection;
  readonly pages: readonly PageCorrection[];
  readonly marks: readonly MovedMark[];
  readonly counts: CarriedMarks;
}

const CONTEXT = 16;
const NO_MARKS: CarriedMarks = { kept: 0, moved: 0, changed: 0, orphan: 0 };

/**
 * Corrects the text of an article. The source stays as it is; what stood there is kept by the operations. Where somebody
 * else corrected the text since the person saw it, the words are looked for; where they are not the same any more, the
 * correction is kept as a conflict and nothing else is written. @throws CorrectionRefused
 */
export function correctArticle(
  db: WriteDb,
  terms: Terms,
  marking: Marking,
  who: string,
): Act<CorrectionToMake, Corrected> {
  const articles = articleReads(db);
  const corrections = { ...correctionReads(db), ...correctionWrites(db) };
  const pages = correctedPages(db, terms, marking);

  return {
    action: 'article.correct',
    topics: ['articles', 'annotations', 'desk'],
    do({ article: id, revision, edits, why }, at) {
      const article = articles.find(id);
      if (!article) throw new CorrectionRefused('not_found');
      if (article.partOf !== null) throw new CorrectionRefused('is_part');
      if (article.desk === 'raw') throw new CorrectionRefused('raw_page');
      const { body } = article;
      const seen = revision === article.revision ? body : textAt(revision, body, corrections.ofArticle(id));
      const isSeen = edits.every(({ start, end, was }) => was === undefined || seen?.slice(start, end) === was);
      const asked = seen !== undefined && isSeen ? smallest(seen, checkEdits(seen, edits), marking) : undefined;
      const followed = asked && (seen === body ? asked : follow(seen ?? body, body, asked, marking));
      const base = { id: newId<CorrectionId>(at), article: id, who, at, why, revision: article.revision };
      if (!followed) {
        const kept = edits.map(({ start, end, text, was }) => ({
          ...around(seen ?? '', start, end),
          was: was ?? seen?.slice(start, end) ?? '',
          now: text,
        }));
        const hash = bodyHash(body);
        const conflict = {
          state: 'conflict',
          base: revision,
          edits: kept,
          ranges: [],
          before: hash,
          after: hash,
        } as const;
        const correction: StoredCorrection = { ...base, ...conflict };
        corrections.insert(correction);
        return { payload: { correction, pages: [], marks: [], counts: NO_MARKS }, count: 1 };
      }
      const done = pages.correct(article, followed, at);
      const now = articles.find(id);
      const correction: StoredCorrection = {
        ...base,
        state: 'done',
        base: article.revision,
        revision: now?.revision ?? article.revision,
        edits: followed.map(({ start, end, text }) => ({
          ...around(body, start, end),
          was: body.slice(start, end),
          now: text,
        })),
        ranges: done.ranges,
        before: bodyHash(body),
        after: bodyHash(now?.body ?? ''),
      };
      corrections.insert(correction);
      return { payload: { correction, pages: done.pages, marks: done.marks, counts: done.counts }, count: 1 };
    },
    stands: (payload, way) => pages.stands(payload.pages, way),
    undo({ correction, pages: changed, marks }, at) {
      const back = marks.map(({ id, before, after }) => ({ id, before: after, after: before }));
      pages.turn(correction.article, changed, back, 'undo', at);
      corrections.remove(correction.id);
    },
    redo({ correction, pages: changed, marks }, at) {
      pages.turn(correction.article, changed, marks, 'redo', at);
      const revision = articles.find(correction.article)?.revision ?? correction.revision;
      corrections.insert({ ...correction, revision: changed.length === 0 ? correction.revision : revision });
    },
  };
}

/** A conflict that a person has seen. */
export function dismissCorrection(
  db: WriteDb,
): Act<CorrectionId, { id: CorrectionId; was: StoredCorrection['state'] }> {
  const corrections = { ...correctionReads(db), ...correctionWrites(db) };
  return {
    action: 'correction.dismiss',
    topics: ['articles'],
    do(id) {
      const correction = corrections.find(id);
      if (!correction) throw new CorrectionRefused('not_found');
      if (correction.state !== 'dismissed') corrections.setState(id, 'dismissed');
      return { payload: { id, was: correction.state }, count: correction.state === 'dismissed' ? 0 : 1 };
    },
    undo: ({ id, was }) => corrections.setState(id, was),
    redo: ({ id }) => corrections.setState(id, 'dismissed'),
  };
}

/** What goes back to an earlier text, as edits of the one that stands. @throws CorrectionRefused */
export function editsBack(
  body: string,
  corrections: readonly StoredCorrection[],
  to: CorrectionId | null,
  { difference }: Pick<Marking, 'difference'>,
): Replacement[] {
  const texts = [...pastTexts(body, corrections)];
  // The text after a correction is the one that the next correction changed.
  const index = to === null ? texts.length - 1 : texts.findIndex((_, at) => texts[at + 1]?.next?.id === to);
  const target = texts[index];
  if (!target) throw new CorrectionRefused('text_changed');
  const edits: Replacement[] = [];
  const [now, then] = [body.split('\n'), target.body.split('\n')];
  let start = 0;
  for (const [line, text] of now.entries()) {
    edits.push(...replacements(start, difference(text, then[line] ?? '')));
    start += text.length + 1;
  }
  return edits;
}

/** The text that a person saw, where only corrections changed it since. */
function textAt(revision: number, body: string, corrections: readonly StoredCorrection[]): string | undefined {
  for (const { body: past, next } of pastTexts(body, corrections)) {
    if (next?.base === revision) return past;
    if (corrections.some((made) => made.revision === revision && made.after === bodyHash(past) && made !== next))
      return past;
  }
  return undefined;
}

/** Only what differs is an edit. @throws CorrectionRefused */
function smallest(body: string, edits: readonly Replacement[], { difference }: Marking): Replacement[] {
  const small = edits.flatMap(({ start, end, text }) => replacements(start, difference(body.slice(start, end), text)));
  if (small.length === 0) throw new CorrectionRefused('nothing_to_change');
  return small;
}

function replacements(start: number, parts: Difference): Replacement[] {
  const edits: Replacement[] = [];
  let at = start;
  let open: Replacement | undefined;
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      if (open) edits.push(open);
      open = undefined;
    } else {
      const { start: from, end, text: put } = open ?? { start: at, end: at, text: '' };
      open =
        kind === 'gone' ? { start: from, end: end + text.length, text: put } : { start: from, end, text: put + text };
    }
    if (kind !== 'new') at += text.length;
  }
  return open ? [...edits, open] : edits;
}

/** Each edit where its words are now; undefined where one of them has not the same words any more. */
function follow(
  seen: string,
  body: string,
  edits: readonly Replacement[],
  { reanchor }: Marking,
): Replacement[] | undefined {
  const settle = reanchor(seen, body);
  const find = (start: number, end: number) => {
    const exact = seen.slice(start, end);
    const { quote, state } = settle({ quote: { start, end, exact, prefix: '', suffix: '' }, state: 'exact' });
    return (state === 'exact' || state === 'moved') && quote.exact === exact ? quote : undefined;
  };
  const followed: Replacement[] = [];
  for (const { start, end, text } of edits) {
    // What is put between two characters is found by both.
    const around = start === end ? [find(Math.max(0, start - 1), start), find(end, end + 1)] : [];
    const [left, right] = around;
    const found = start < end ? find(start, end) : undefined;
    if (found) followed.push({ start: found.start, end: found.end, text });
    else if (start === end && left && right && left.end === right.start)
      followed.push({ start: left.end, end: left.end, text });
    else return undefined;
  }
  return followed.toSorted((a, b) => a.start - b.start);
}

function around(body: string, start: number, end: number): Pick<StoredEdit, 'start' | 'prefix' | 'suffix'> {
  return {
    start,
    prefix: body.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
    suffix: body.slice(end, end + CONTEXT).toWellFormed(),
  };
}
