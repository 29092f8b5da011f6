import { BagReason } from '#contract/bags.ts';
import type { RefusalReason } from '#contract/intake.ts';
import { type BagSpool, pathInBag, type TakeBag } from './bag-spool.ts';
import { type Batch, endIfDone, nudge, say } from './batch.ts';
import { diskFailureOf } from './failure.ts';
import type { ReceivedFile } from './receiving.ts';

/** Batches that are a bag: their files wait for each other, and are taken in together or not at all. */
export function openBagBatches(take: TakeBag) {
  const taking = new Set<Promise<void>>();

  async function takeIn(batch: Batch, spool: BagSpool): Promise<void> {
    const { signal } = batch.stop;
    const [files, done] = [batch.files, batch.done];
    try {
      if (spool.fault) say(batch, { state: 'bag_refused', path: spool.root, ...spool.fault });
      else {
        const taken = await take(spool.files, {
          signal,
          onProgress(at, of) {
            Object.assign(batch, { files: files + of, done: done + at });
            nudge(batch);
          },
        });
        say(batch, { state: 'bag', path: spool.root, ...taken });
      }
    } catch (error) {
      say(batch, { state: 'bag_refused', path: spool.root, ...faultOf(error) });
    } finally {
      await discardAll(spool);
    }
  }

  return {
    async add(batch: Batch, file: ReceivedFile): Promise<void> {
      const { bag } = batch;
      if (!bag || batch.stop.signal.aborted) return file.discard();
      bag.files.set(pathInBag(bag, file.path), file);
      batch.open -= 1;
      batch.done += 1;
      nudge(batch);
    },
    /** A file that could not be read, or was not sent whole. */
    fault(spool: BagSpool, path: string, reason: RefusalReason): void {
      const isDisk = reason === 'disk_full' || reason === 'read_only';
      spool.fault ??= { file: pathInBag(spool, path), reason: isDisk ? reason : 'unreadable_file' };
    },
    /** All files are here that will come. */
    finish(batch: Batch, spool: BagSpool): void {
      if (batch.stop.signal.aborted) return;
      spool.isTaken = true;
      batch.open += 1;
      const work = takeIn(batch, spool).finally(() => {
        batch.open -= 1;
        taking.delete(work);
        endIfDone(batch);
        nudge(batch);
      });
      taking.add(work);
    },
    /** Where it is being taken in, that ends by the batch's signal and takes the files away itself. */
    drop(spool: BagSpool): void {
      if (spool.isTaken) return;
      const work = discardAll(spool).finally(() => taking.delete(work));
      taking.add(work);
    },
    async close(): Promise<void> {
      await Promise.all(taking);
    },
  };
}

function faultOf(error: unknown): { file: string; reason: BagReason } {
  const said = error instanceof Error && 'reason' in error ? BagReason.safeParse(error.reason).data : undefined;
  if (said !== undefined) return { file: String((error as { path?: unknown }).path ?? ''), reason: said };
  return { file: '', reason: diskFailureOf(error) ?? 'other' };
}

async function discardAll({ files }: BagSpool): Promise<void> {
  for (const file of files.values()) await file.discard();
  files.clear();
}
