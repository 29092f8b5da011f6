import { useCallback } from 'react';
import { useTranslation } from '../../strings/index.ts';
import { LongList } from '../../ui/index.ts';
import styles from './name-rule.module.css';
import type { OtherName, ReadName } from './use-names.ts';

const ROW = 28;
const FRAME = 2;
const ROWS_SEEN = 6;
const NONE: ReadonlySet<number> = new Set();

/** The first names that the rule fits, and what they say. */
export function ReadNames({ names, matched }: { readonly names: readonly ReadName[]; readonly matched: number }) {
  const { t } = useTranslation('intake');
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {matched > names.length ? t('names.firstFit', { count: names.length }) : t('names.fit')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('names.columns.name')}</th>
            <th scope="col">{t('names.columns.paper')}</th>
            <th scope="col">{t('names.columns.date')}</th>
            <th scope="col">{t('names.columns.page')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ path, parts }) => (
            <tr key={path}>
              <td className={styles.path} title={path}>
                <bdi>{path}</bdi>
              </td>
              <td>{parts.publication ?? t('names.notSaid')}</td>
              <td>{parts.date ?? t('names.notSaid')}</td>
              <td>{[parts.pageLabel, parts.section].filter(Boolean).join(' ') || t('names.notSaid')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Names that the rule does not fit, however many; those that are not in memory are not there yet. */
export interface OtherNamesSeen {
  readonly count: number;
  readonly nameAt: (row: number) => OtherName | undefined;
  readonly onView?: (first: number, last: number) => void;
}

/** Every name that the rule does not fit: only the rows in view are made. */
export function OtherNames({ names: { count, nameAt, onView } }: { readonly names: OtherNamesSeen }) {
  const { t } = useTranslation('intake');
  const renderRow = useCallback(
    (row: number) => {
      const name = nameAt(row);
      if (!name) return null;
      return (
        <div className={styles.other}>
          <span className={styles.path} title={name.path}>
            <bdi>{name.path}</bdi>
          </span>
          <span className={styles.why}>
            {name.reading.is === 'other'
              ? t('names.why.other')
              : t(`names.why.${name.reading.is}`, { said: name.reading.said })}
          </span>
        </div>
      );
    },
    [nameAt, t],
  );
  const label = t('names.others', { count });
  return (
    <section className={styles.others}>
      <h3 className={styles.caption}>{label}</h3>
      <div className={styles.rows} style={{ blockSize: ROW * Math.min(count, ROWS_SEEN) + FRAME }}>
        <LongList
          label={label}
          count={count}
          rowSize={ROW}
          selected={NONE}
          onSelect={() => undefined}
          {...(onView ? { onView } : {})}
          renderRow={renderRow}
        />
      </div>
    </section>
  );
}
