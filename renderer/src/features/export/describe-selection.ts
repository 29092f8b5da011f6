import type { ExportSelection } from '#contract/exports.ts';
import type { useTranslation } from '../../strings/index.ts';

type Translate = ReturnType<typeof useTranslation<'export'>>['t'];

export function describeSelection(selection: ExportSelection, t: Translate): string {
  if (selection.of === 'all') return t('all');
  if (selection.of === 'search') return t('search', { text: selection.text });
  if (selection.of === 'tag') return t('tagged', { path: selection.path });
  return t('articles', { count: selection.ids.length });
}
