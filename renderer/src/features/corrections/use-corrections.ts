import { useQuery } from '@tanstack/react-query';
import type { Article } from '#contract/articles.ts';
import type { Correction, CorrectionRefusal } from '#contract/corrections.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { ChangeId } from '#contract/ids.ts';
import { archiveQueries, Failure } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { i18next } from '../../strings/index.ts';

const NONE: readonly Correction[] = [];

/** The article's corrections, the newest first. A text that never changed has none and is not asked for them. */
export function useCorrections({ id, revision }: Pick<Article, 'id' | 'revision'>): readonly Correction[] {
  const { data } = useQuery(
    archiveQueries.corrections.list.queryOptions({
      input: { article: id },
      enabled: revision > 0,
      throwOnError: false,
    }),
  );
  return data ?? NONE;
}

interface Corrected {
  readonly change: ChangeId;
  readonly correction: Correction;
  readonly marks: CarriedMarks;
}

/** Runs it and says what it did, with the way back. Returns why it was refused; null where it failed and that was said. */
export async function correct(doing: Promise<Corrected>): Promise<CorrectionRefusal | null | undefined> {
  const refusal = await doing.then(() => undefined, refusalOf);
  if (refusal) return refusal;
  return (await act(doing, sentenceOf)) ? undefined : null;
}

function refusalOf(error: unknown): CorrectionRefusal | undefined {
  if (!(error instanceof Failure) || error.code !== 'REFUSED') return undefined;
  return (error.data as { reason: CorrectionRefusal }).reason;
}

/** What became of the marks is said where it is more than that they stayed. */
function sentenceOf({ correction, marks }: Corrected): string {
  const t = i18next.getFixedT(null, 'corrections');
  if (correction.state === 'conflict') return t('said.conflict');
  const waiting = marks.changed + marks.orphan;
  return waiting > 0 ? t('said.waiting', { count: waiting }) : t('said.done');
}
