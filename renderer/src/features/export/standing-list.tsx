import { useQuery } from '@tanstack/react-query';
import { FolderX, RefreshCw } from 'lucide-react';
import type { StandingExport } from '#contract/standing.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton, Select } from '../../ui/index.ts';
import { describeSelection } from './describe-selection.ts';
import styles from './export.module.css';

interface StandingListProps {
  readonly onAgain: (id: string) => void;
  readonly onFail: (error: unknown) => void;
}

/** Folders that were written to: what of the archive, when, whether it went well, and once more with one click. */
export function StandingList({ onAgain, onFail }: StandingListProps) {
  const { t, i18n } = useTranslation('standing');
  const exporting = useTranslation('export').t;
  const { data = [] } = useQuery(archiveQueries.standing.list.queryOptions({ throwOnError: false }));
  if (data.length === 0) return null;

  function told({ lastAt, written, failure }: StandingExport): string {
    const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return [
      failure ? t(`failures.${failure}`) : '',
      lastAt === null ? t('never') : t('at', { when: when.format(lastAt) }),
      lastAt !== null && written > 0 ? t('wrote', { count: written }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  return (
    <section className={styles.standing} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <ul>
        {data.map((one) => (
          <li key={one.id} data-failed={one.failure !== null}>
            <div>
              <span className={styles.path}>
                {one.label} · {exporting(`profiles.${one.profile}`)} · {describeSelection(one.selection, exporting)}
              </span>
              <span className={styles.why}>{told(one)}</span>
            </div>
            <Select
              label={t('wish')}
              isLabelHidden
              value={one.isOn ? 'on' : 'off'}
              onChange={(key) => void archive.standing.setOn({ id: one.id, isOn: key === 'on' }).catch(onFail)}
              options={(['on', 'off'] as const).map((key) => ({ key, text: t(key) }))}
            />
            <IconButton icon={RefreshCw} size="small" label={t('again')} onPress={() => onAgain(one.id)} />
            <IconButton
              icon={FolderX}
              size="small"
              label={t('forget')}
              onPress={() => void archive.standing.forget({ id: one.id }).catch(onFail)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
