import type { ArchiveContext } from './context.ts';
import { doubtsOf } from './desk/edit/doubts.ts';
import { DOUBTS_RULE } from './desk/edit/threshold.ts';
import { workingPages } from './desk/edit/work.ts';
import { deskQueueReads } from './store/desk-queue.ts';
import { deskWorkWrites } from './store/desk-work.ts';
import { factReads, factWrites } from './store/facts.ts';

/** Pages whose doubts are counted in one transaction. */
const PAGES = 20;

/**
 * Counts the doubts of every page anew where they were counted by another rule, or by none: in an archive of an older
 * version. In groups, so that the process goes on living between them; one that is cut short is begun again.
 */
export async function recountDoubts(
  { db, publish }: Pick<ArchiveContext, 'db' | 'publish'>,
  closing: AbortSignal,
): Promise<void> {
  const facts = { ...factReads(db), ...factWrites(db) };
  if (facts.get('doubts_rule') === DOUBTS_RULE) return;
  const queue = deskQueueReads(db);
  const pages = workingPages(db);
  const { setDoubts } = deskWorkWrites(db);
  const countGroup = db.transaction((after: string) => {
    const ids = queue.idsAfter(after, PAGES);
    for (const id of ids) {
      const page = pages.find(id);
      if (page) setDoubts(id, doubtsOf(page.working).length);
    }
    if (ids.length === 0) facts.put('doubts_rule', DOUBTS_RULE);
    return ids.at(-1);
  });
  for (let after: string | undefined = ''; after !== undefined && !closing.aborted; ) {
    after = countGroup.immediate(after);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!closing.aborted) publish('desk');
}
