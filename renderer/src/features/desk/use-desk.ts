import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { CarriedMarks, DeskPage } from '#contract/desk.ts';
import type { CommandRefusal } from '#contract/desk-commands.ts';
import type { ChangeId, SourceId } from '#contract/ids.ts';
import { archive, archiveQueries, Failure, queryClient } from '../../api/index.ts';
import { failureText } from '../../app/failure-text.ts';
import { i18next } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import type { Plan } from './plans.ts';

export interface Accepted {
  readonly change: ChangeId;
  readonly marks: CarriedMarks;
}

/** The calls that change a page: the same as long as it is shown. */
export interface Desk {
  /** The page as it is now, also between two drawings. */
  readonly read: () => DeskPage;
  /** One after the other: what a key means is found out when everything before it is done. */
  readonly inTurn: (task: () => Promise<void> | void) => Promise<void>;
  /** Undefined where it was not done; the person was told why. */
  readonly apply: (plan: Plan, refused?: string) => Promise<DeskPage | undefined>;
  readonly step: (how: 'undo' | 'redo' | 'reset') => Promise<DeskPage | undefined>;
  readonly accept: () => Promise<Accepted | undefined>;
}

/** A page at the desk and the calls that change it. Every one is kept by the archive at once. */
export function useDesk(source: SourceId): { readonly page: DeskPage; readonly desk: Desk } {
  const { data: page } = useSuspenseQuery(pageOptions(source));
  const shown = useRef(page);
  shown.current = page;
  useEffect(() => void readNext(source), [source]);
  const desk = useMemo(() => deskOf(source, () => shown.current), [source]);
  return { page, desk };
}

function pageOptions(source: SourceId) {
  return archiveQueries.desk.page.queryOptions({ input: { source } });
}

function deskOf(source: SourceId, shown: () => DeskPage): Desk {
  const { queryKey } = pageOptions(source);
  let last: Promise<void> = Promise.resolve();

  const read = () => queryClient.getQueryData<DeskPage>(queryKey) ?? shown();

  async function change<T>(
    call: () => Promise<T>,
    pageOf: (done: T) => DeskPage,
    refused?: string,
  ): Promise<T | undefined> {
    try {
      const done = await call();
      // An answer that is still on its way shows the page before this change.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, pageOf(done));
      return done;
    } catch (error) {
      const reason = refusalOf(error);
      if (reason) notify({ text: refused ?? i18next.t(`refused.${reason}`, { ns: 'deskActs' }) });
      else notify({ text: sentenceFor(error), isFailure: true });
      if (isConflict(error)) await queryClient.refetchQueries({ queryKey });
      return undefined;
    }
  }

  const now = () => ({ source, revision: read().revision });
  const itself = (done: DeskPage) => done;
  return {
    read,
    inTurn(task) {
      const done = last.then(task);
      // What went wrong is told by that task; the next ones go on.
      last = done.catch(() => {});
      return done;
    },
    apply: (plan, refused) => change(() => archive.desk.apply({ ...now(), commands: [...plan] }), itself, refused),
    step: (how) => change(() => archive.desk[how](now()), itself),
    accept: () =>
      change(
        () => archive.desk.accept(now()),
        (done) => done.page,
      ),
  };
}

/** The page that Enter goes on to is there when it is pressed. */
async function readNext(after: SourceId): Promise<void> {
  const { source } = await archive.desk.next({ after }).catch(() => ({ source: null }));
  if (source) await queryClient.prefetchQuery(pageOptions(source));
}

function isConflict(error: unknown): boolean {
  return error instanceof Failure && error.code === 'CONFLICT';
}

function refusalOf(error: unknown): CommandRefusal | undefined {
  if (!(error instanceof Failure) || error.code !== 'REFUSED') return undefined;
  return (error.data as { reason: CommandRefusal }).reason;
}

function sentenceFor(error: unknown): string {
  return isConflict(error) ? i18next.t('conflict', { ns: 'deskActs' }) : failureText(error);
}
