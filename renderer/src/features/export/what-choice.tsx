import { useQuery } from '@tanstack/react-query';
import type { ExportSelection } from '#contract/exports.ts';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { Select } from '../../ui/index.ts';
import { describeSelection } from './describe-selection.ts';

interface WhatChoiceProps {
  /** What was chosen where the dialog was opened. */
  readonly given: ExportSelection;
  readonly chosen: ExportSelection;
  readonly onChoose: (selection: ExportSelection) => void;
}

/** More tags than anybody reads through. */
const TAGS = 300;

/** Which articles: all, those that were chosen before, what a saved search finds, what has a tag. */
export function WhatChoice({ given, chosen, onChoose }: WhatChoiceProps) {
  const { t } = useTranslation('standing');
  const exporting = useTranslation('export').t;
  const { data: saved = [] } = useQuery(archiveQueries.searches.saved.queryOptions({ throwOnError: false }));
  const { data: tags = [] } = useQuery(archiveQueries.tags.list.queryOptions({ throwOnError: false }));
  const choices: { key: string; text: string; selection: ExportSelection }[] = [
    ...(given.of === 'all' ? [] : [{ key: 'given', text: describeSelection(given, exporting), selection: given }]),
    { key: 'all', text: exporting('all'), selection: { of: 'all' } },
    ...saved.map(({ id, name, text }) => ({
      key: `search ${id}`,
      text: t('savedSearch', { name }),
      selection: { of: 'search' as const, text },
    })),
    ...tags
      .filter(({ articles }) => articles > 0)
      .slice(0, TAGS)
      .map(({ id, path }) => ({ key: `tag ${id}`, text: t('tag', { path }), selection: { of: 'tag' as const, path } })),
  ];
  const isChosen = ({ selection }: { selection: ExportSelection }) =>
    selection === chosen || (selection.of !== 'articles' && JSON.stringify(selection) === JSON.stringify(chosen));
  return (
    <Select
      label={exporting('what')}
      isLabelHidden
      value={choices.find(isChosen)?.key ?? 'all'}
      onChange={(key) => {
        const choice = choices.find((one) => one.key === key);
        if (choice) onChoose(choice.selection);
      }}
      options={choices}
    />
  );
}
