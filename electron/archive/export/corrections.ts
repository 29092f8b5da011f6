import type { Correction } from '#contract/corrections.ts';
import type { Difference } from '#contract/difference.ts';
import { escapeInside, oneLine } from './escape.ts';
import type { Labels } from './labels.ts';
import { localTime } from './properties.ts';

/** So much of the text is shown on both sides of what was corrected. */
const AROUND = 8;

/**
 * One line a place, the oldest first: the words that stood in the source, those that stand in the text now, who, when and
 * why. Whoever quotes from the file must know which words are not the paper's.
 */
export function renderCorrections(corrections: readonly Correction[], timeZone: string, labels: Labels): string {
  return corrections
    .flatMap(({ at, who, why, changes }) =>
      changes.map((change) => {
        const [was, now] = (['gone', 'new'] as const).map((kind) => readingOf(change, kind));
        const reason = oneLine(why);
        const facts = [
          localTime(at, timeZone).slice(0, 10),
          escapeInside(oneLine(who)),
          ...(reason ? [escapeInside(reason)] : []),
        ];
        return `- ${labels.became(was ?? '', now ?? '')} — ${facts.join(labels.comma)}`;
      }),
    )
    .join('\n');
}

/** One of both readings with a few characters around it, cut between characters. */
function readingOf(change: Difference, kind: 'gone' | 'new'): string {
  const at = change.findIndex((part) => part.kind !== 'same');
  const words = change.map((part, index) => {
    if (part.kind === kind) return part.text;
    if (part.kind !== 'same') return '';
    // Of its own paragraph.
    const line = part.text.split('\n').at(index < at ? -1 : 0) ?? '';
    const characters = [...line];
    if (characters.length <= AROUND) return line;
    return index < at ? `…${characters.slice(-AROUND).join('')}` : `${characters.slice(0, AROUND).join('')}…`;
  });
  return escapeInside(oneLine(words.join('')));
}
