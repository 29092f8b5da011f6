import type { ExchangeFormat, ExportSelection } from '#contract/exports.ts';
import { archive } from '../../api/index.ts';
import { currentAppearance } from '../../app/appearance.tsx';
import { failureText } from '../../app/failure-text.ts';
import { i18next } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';

/** Characters: more makes other programs stand still when they are pasted. */
const LONGEST = 2_000_000;

/** To the clipboard, whole or not at all. */
export async function copyText(selection: ExportSelection, as: ExchangeFormat): Promise<void> {
  const t = i18next.getFixedT(null, 'export');
  const stop = new AbortController();
  try {
    const style = currentAppearance().citation;
    const events = await archive.exports.text({ selection, as, style }, { signal: stop.signal });
    let [text, count] = ['', 0];
    for await (const event of events) {
      if (event.state === 'piece') text += event.text;
      else if (event.state === 'finished') count = event.articles;
      if (text.length > LONGEST) {
        stop.abort();
        notify({ text: t('tooLong'), isFailure: true });
        return;
      }
    }
    await navigator.clipboard.writeText(text);
    notify({ text: t(as === 'citations' ? 'copiedCitations' : 'copied', { count }) });
  } catch (error) {
    notify({ text: error instanceof DOMException ? t('notCopied') : failureText(error), isFailure: true });
  }
}
