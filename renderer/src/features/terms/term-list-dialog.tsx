import { useState } from 'react';
import type { TermHits } from '#contract/search.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { failureText } from '../../app/failure-text.ts';
import { formatRoute } from '../../app/route.ts';
import { currentRoute } from '../../app/use-route.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, ProgressBar, TextField } from '../../ui/index.ts';
import { Marked } from '../search/marked.tsx';
import { MOST_NAMES, readNames } from './names.ts';
import { saveTable } from './save-table.ts';
import styles from './terms.module.css';
import { useTermList } from './use-term-list.ts';

/** Many names at once: each with how many articles have it, and where. */
export function TermListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('terms');
  const [text, setText] = useState('');
  const [condition, setCondition] = useState(currentQuery);
  const { list, run, cancel } = useTermList();
  const names = readNames(text);
  const isRunning = list.phase === 'running';
  const isTooMany = names.length > MOST_NAMES;
  const found = list.rows.filter((row) => row.total > 0).length;

  return (
    <Dialog
      title={t('title')}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={list.rows.length === 0 || isRunning} onPress={() => void saveTable(list.rows)}>
            {t('save')}
          </Button>
          {isRunning ? (
            <Button onPress={cancel}>{t('stop')}</Button>
          ) : (
            <Button look="seal" isDisabled={names.length === 0 || isTooMany} onPress={() => void run(names, condition)}>
              {t('look', { count: names.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        <TextField
          label={t('names')}
          rows={list.phase === 'ready' ? 8 : 3}
          value={text}
          onChange={setText}
          isDisabled={isRunning}
          problem={isTooMany ? t('tooMany', { most: MOST_NAMES, count: names.length }) : undefined}
        />
        <TextField label={t('condition')} value={condition} onChange={setCondition} isDisabled={isRunning} />
        {list.phase !== 'ready' && (
          <>
            {isRunning && <ProgressBar label={t('running')} value={list.rows.length} max={list.of} />}
            <p role="status" className={styles.said}>
              {list.phase === 'failed'
                ? failureText(list.failure)
                : t('said', { found, done: list.rows.length, of: list.of })}
            </p>
            <TermTable rows={list.rows} onLeave={onClose} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function TermTable({ rows, onLeave }: { readonly rows: readonly TermHits[]; readonly onLeave: () => void }) {
  const { t, i18n } = useTranslation('terms');
  const { shownLanguage } = useAppearance();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.articles')}</th>
          <th scope="col">{t('columns.passages')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ index, name, text, total, passages }) => (
          <tr key={index}>
            <th scope="row">
              {total > 0 ? (
                <a href={formatRoute({ screen: 'library', place: { at: 'search', text } })} onClick={onLeave}>
                  {name}
                </a>
              ) : (
                name
              )}
            </th>
            <td className={styles.number}>{text === '' ? '–' : total.toLocaleString(i18n.language)}</td>
            <td>
              {text === '' && <span className={styles.muted}>{t('noWords')}</span>}
              <ul>
                {passages.map(({ article, title, publication, date, snippet }) => (
                  <li key={article}>
                    <a
                      href={formatRoute({ screen: 'library', place: { at: 'search', text }, article, hit: 0 })}
                      onClick={onLeave}
                    >
                      {title || t('untitled')}
                    </a>
                    <span className={styles.muted}>
                      {[publication, date && formatEdtf(date, shownLanguage)].filter(Boolean).join(' · ')}
                    </span>
                    <p>
                      <Marked text={snippet.text} marks={snippet.marks} />
                    </p>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whoever searched already looks within that. */
function currentQuery(): string {
  const route = currentRoute();
  return route.screen === 'library' && route.place.at === 'search' ? route.place.text.trim() : '';
}
