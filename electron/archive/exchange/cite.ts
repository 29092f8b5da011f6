import type { CitationStyle } from '#contract/citations.ts';
import { citeApa } from './apa.ts';
import { chicagoEntry, chicagoNote } from './chicago.ts';
import { citeGb7714 } from './gb7714.ts';
import type { Reference } from './reference.ts';

/**
 * One line that says where words are from. `note` is what stands under a passage, `entry` what stands in a list: only
 * the Chicago manual tells them apart. What is not known is left out, never made up.
 */
export function cite(reference: Reference, style: CitationStyle, form: 'note' | 'entry'): string {
  switch (style === 'auto' ? (reference.isChinese ? 'gb7714' : 'chicago') : style) {
    case 'gb7714':
      return citeGb7714(reference);
    case 'chicago':
      return form === 'note' ? chicagoNote(reference) : chicagoEntry(reference);
    case 'apa':
      return citeApa(reference);
  }
}
