import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { archiveQueries } from '../../api/index.ts';
import { failureText } from '../../app/failure-text.ts';
import { useTranslation } from '../../strings/index.ts';
import { changedLines } from './changed-lines.ts';
import styles from './planned-files.module.css';
import type { Planned, VaultChoice } from './use-export.ts';

interface PlannedFilesProps {
  readonly files: readonly Planned[];
  readonly selection: ExportSelection;
  readonly place: Place;
  readonly vault: VaultChoice & { readonly confidential: boolean };
}

/** What an export would write: the files, and of one that is opened its text with what is new in it. */
export function PlannedFiles({ files, ...asked }: PlannedFilesProps) {
  const { t } = useTranslation('export');
  const [open, setOpen] = useState<string>();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t('planned')}>
      {files.map((file) => (
        <li key={file.article}>
          <Button
            className={styles.file}
            aria-expanded={open === file.article}
            onPress={() => setOpen((before) => (before === file.article ? undefined : file.article))}
          >
            <ChevronRight className={styles.arrow} size={14} strokeWidth={1.6} aria-hidden />
            <span className={styles.path}>{file.path}</span>
            <span className={styles.kind} data-kind={kindOf(file)}>
              {t(`kinds.${kindOf(file)}`)}
            </span>
          </Button>
          {open === file.article && <FileText file={file} {...asked} />}
        </li>
      ))}
    </ul>
  );
}

type Kind = 'new' | 'changed' | 'kept' | 'missing' | 'failed';

function kindOf({ state, isNew }: Planned): Kind {
  if (state === 'written' || state === 'unchanged') return isNew ? 'new' : 'changed';
  return state;
}

interface FileTextProps extends Omit<PlannedFilesProps, 'files'> {
  readonly file: Planned;
}

function FileText({ file, selection, place, vault }: FileTextProps) {
  const { t } = useTranslation('export');
  const input = { place: place.handle, selection, article: file.article, ...vault };
  const { data, error } = useQuery(
    archiveQueries.exports.preview.queryOptions({ input, throwOnError: false, gcTime: 0, staleTime: 0 }),
  );
  if (error) return <p className={styles.none}>{failureText(error)}</p>;
  if (!data) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.text} tabIndex={0} aria-label={data.path}>
      <pre>
        {changedLines(data.before, data.after).map(({ kind, text }, at) => {
          const key = `${kind} ${at}`;
          if (kind === 'skipped') return <i key={key}>{`${t('sameLines', { count: Number(text) })}\n`}</i>;
          const Tag = kind === 'new' ? 'ins' : kind === 'gone' ? 'del' : 'span';
          return <Tag key={key}>{`${text}\n`}</Tag>;
        })}
      </pre>
    </section>
  );
}
