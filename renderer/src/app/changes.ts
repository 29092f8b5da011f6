import type { ChangeId } from '#contract/ids.ts';
import { archive } from '../api/index.ts';
import { i18next } from '../strings/index.ts';
import { notify } from '../ui/index.ts';
import { failureText } from './failure-text.ts';

/** Runs an act that can be undone, says that it was done and offers the way back. */
export async function act<T extends { readonly change: ChangeId }>(
  doing: Promise<T>,
  said?: string | ((done: T) => string),
): Promise<T | undefined> {
  try {
    const done = await doing;
    if (said !== undefined) {
      notify({
        text: typeof said === 'string' ? said : said(done),
        action: { text: i18next.t('undo'), run: () => void undo(done.change) },
      });
    }
    return done;
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
    return undefined;
  }
}

/** Takes back one change, or the last one. */
export async function undo(change?: ChangeId): Promise<void> {
  try {
    const { undone } = await archive.history.undo(change === undefined ? {} : { change });
    notify({ text: i18next.t(undone === null ? 'nothingToUndo' : 'undone') });
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  }
}

export async function redo(): Promise<void> {
  try {
    const { redone } = await archive.history.redo();
    notify({ text: i18next.t(redone === null ? 'nothingToRedo' : 'redone') });
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  }
}
