import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';

export interface Meanings {
  readonly nameOf: (colour: HighlightColour) => string;
  /** What a mark is called: by its meaning, or a bookmark. */
  readonly titleOf: (mark: Pick<Annotation, 'kind' | 'colour'>) => string;
  /** One character that stands on the colour. */
  readonly signOf: (colour: HighlightColour) => string;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What the colours mean in this archive: the names a person gave, else those of the window's language. */
export function useMeanings(): Meanings {
  const { t } = useTranslation('annotations');
  const { data: names } = useQuery(archiveQueries.annotations.colourNames.queryOptions());
  return useMemo(
    () => ({
      nameOf: (colour) => names?.[colour] ?? t(`colours.${colour}`),
      titleOf: ({ kind, colour }) =>
        kind === 'bookmark' ? t('bookmark') : (names?.[colour] ?? t(`colours.${colour}`)),
      signOf: (colour) => {
        const [first] = graphemes.segment(names?.[colour] ?? '');
        return first?.segment ?? t(`marks.${colour}`);
      },
    }),
    [names, t],
  );
}
