import { useMemo } from 'react';
import type { HighlightColour } from '#contract/annotations.ts';
import type { ArticleId } from '#contract/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { COLOURS } from './colours.ts';
import { copyClipping, copyWithCitation, saveClipping } from './copying.ts';
import { useMeanings } from './meanings.ts';

export interface MarkActs {
  readonly hasMarks: boolean;
  readonly hasActive: boolean;
  /** Words are selected, or a mark is active. */
  readonly hasWords: boolean;
  readonly canPlace: boolean;
  readonly canLeave: boolean;
  readonly highlight: (colour: HighlightColour) => void;
  readonly bookmark: () => void;
  readonly writeNote: () => void;
  readonly beginCaret: () => void;
  readonly select: (unit: 'sentence' | 'block') => void;
  readonly step: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly copy: (how: (article: ArticleId, words: string) => Promise<void>) => void;
  readonly link: () => void;
  readonly place: () => void;
  readonly showInPanel: () => void;
  readonly leave: () => void;
}

/** What is done with marks, by key or by name. */
export function useMarkCommands(acts: MarkActs): void {
  const texts = useTexts();
  const { hasMarks, hasActive, hasWords } = acts;
  const section = 'mark' as const;
  useCommands([
    ...COLOURS.map((colour, index) => ({
      id: `mark.${colour}`,
      section,
      text: texts.colours[index] ?? '',
      keys: [String(index + 1)],
      run: () => acts.highlight(colour),
    })),
    { id: 'mark.bookmark', section, text: texts.bookmark, keys: ['b'], run: acts.bookmark },
    { id: 'mark.note', section, text: texts.note, keys: ['e'], run: acts.writeNote },
    { id: 'mark.caret', section, text: texts.caret, keys: ['v'], run: acts.beginCaret },
    { id: 'mark.sentence', section, text: texts.sentence, keys: ['s'], run: () => acts.select('sentence') },
    { id: 'mark.paragraph', section, text: texts.paragraph, keys: ['p'], run: () => acts.select('block') },
    { id: 'mark.next', section, text: texts.next, keys: [']'], isOff: !hasMarks, run: () => acts.step(1) },
    { id: 'mark.previous', section, text: texts.previous, keys: ['['], isOff: !hasMarks, run: () => acts.step(-1) },
    {
      id: 'mark.remove',
      section,
      text: texts.remove,
      keys: ['Delete'],
      isFirst: true,
      isOff: !hasActive,
      run: acts.remove,
    },
    {
      id: 'mark.cite',
      section,
      text: texts.cite,
      keys: ['c'],
      isFirst: true,
      isOff: !hasWords,
      run: () => acts.copy(copyWithCitation),
    },
    {
      id: 'mark.clip',
      section,
      text: texts.clip,
      keys: ['Shift+C'],
      isFirst: true,
      isOff: !hasWords,
      run: () => acts.copy(copyClipping),
    },
    {
      id: 'mark.clip.save',
      section,
      text: texts.clipToFile,
      keys: ['Shift+D'],
      isFirst: true,
      isOff: !hasWords,
      run: () => acts.copy(saveClipping),
    },
    { id: 'mark.link', section, text: texts.link, keys: ['l'], isOff: !hasActive, run: acts.link },
    {
      id: 'mark.place',
      section,
      text: texts.place,
      keys: ['h'],
      isFirst: true,
      isOff: !acts.canPlace,
      run: acts.place,
    },
    {
      id: 'mark.panel',
      section,
      text: texts.inPanel,
      keys: ['m'],
      isFirst: true,
      isOff: !hasActive,
      run: acts.showInPanel,
    },
    { id: 'mark.leave', section, text: texts.leave, keys: ['Escape'], isOff: !acts.canLeave, run: acts.leave },
  ]);
}

/** Found once: an article of many marks is drawn again for each of them. */
function useTexts() {
  const { t } = useTranslation('annotations');
  const { nameOf } = useMeanings();
  return useMemo(
    () => ({
      colours: COLOURS.map((colour) => t('commands.highlight', { colour: nameOf(colour) })),
      bookmark: t('commands.bookmark'),
      note: t('commands.note'),
      caret: t('commands.caret'),
      sentence: t('commands.sentence'),
      paragraph: t('commands.paragraph'),
      next: t('commands.next'),
      previous: t('commands.previous'),
      remove: t('commands.remove'),
      cite: t('copyWithCitation'),
      clip: t('copyClipping'),
      clipToFile: t('saveClipping'),
      link: t('copyLink'),
      place: t('placeHere'),
      inPanel: t('inPanel'),
      leave: t('commands.leave'),
    }),
    [t, nameOf],
  );
}
