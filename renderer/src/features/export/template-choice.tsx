import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { archive, archiveQueries } from '../../api/index.ts';
import { failureText } from '../../app/failure-text.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, notify, Select } from '../../ui/index.ts';
import styles from './export.module.css';
import type { VaultChoicesProps } from './vault-choices.tsx';

const NONE = 'none';
const ANOTHER = 'another';
/** One that the folder was begun with and the archive does not have. */
const FOLDERS = 'folder';

/** Which template writes the bodies, and the way to one's own. */
export function TemplateChoice({ chosen, isDone, onChoose, onTemplate }: VaultChoicesProps) {
  const { t } = useTranslation('templates');
  const { data: kept = [] } = useQuery(archiveQueries.templates.list.queryOptions({ throwOnError: false }));
  const { template, profile } = chosen;
  const saved = template && kept.find(({ name, source }) => name === template.name && source === template.source);
  const key: string = saved?.id ?? (template ? FOLDERS : NONE);

  async function begin(): Promise<void> {
    try {
      const source = await archive.templates.start({ profile });
      onTemplate({ name: t('newName'), profile, source });
    } catch (error) {
      notify({ text: failureText(error), isFailure: true });
    }
  }

  function choose(next: string): void {
    if (next === ANOTHER) void begin();
    else if (next === NONE) onChoose({ template: null });
    else {
      const found = kept.find(({ id }) => id === next);
      if (found) onChoose({ profile: found.profile, template: { name: found.name, source: found.source } });
    }
  }

  const options = [
    { key: NONE, text: t('none') },
    ...kept.map(({ id, name }) => ({ key: id as string, text: name })),
    ...(key === FOLDERS && template ? [{ key: FOLDERS, text: template.name }] : []),
    { key: ANOTHER, text: t('another') },
  ];
  return (
    <>
      <dt>{t('template')}</dt>
      <dd className={styles.template}>
        {isDone ? (
          (template?.name ?? t('none'))
        ) : (
          <>
            <Select label={t('template')} isLabelHidden value={key} onChange={choose} options={options} />
            {template && (
              <Button size="small" onPress={() => onTemplate({ ...template, profile, id: saved?.id })}>
                <Pencil size={15} strokeWidth={1.6} aria-hidden />
                {t('edit')}
              </Button>
            )}
          </>
        )}
      </dd>
    </>
  );
}
