import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import styles from './template-editor.module.css';

interface Tried {
  readonly source: string;
  readonly profile: ExportProfile;
  readonly amount: ExportAmount;
  readonly selection: ExportSelection;
}

export type Trial = ReturnType<typeof useTemplateTrial>;

/** What a template makes of one of the articles; of one that is stopped, where, and what it had made before. */
export function useTemplateTrial({ source, ...asked }: Tried) {
  const [number, setNumber] = useState(0);
  const { data, error } = useQuery(
    archiveQueries.templates.attempt.queryOptions({
      input: { source: useSettled(source), number, ...asked },
      throwOnError: false,
      gcTime: 0,
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  );
  const [text, setText] = useState('');
  if (data?.state === 'rendered' && data.text !== text) setText(data.text);
  return {
    text,
    fault: data?.state === 'stopped' ? data.fault : undefined,
    title: data && data.state !== 'none' ? data.title : '',
    hasNone: data?.state === 'none',
    error,
    step: (by: number) => setNumber(number + by),
  };
}

export function TemplatePreview({ trial }: { readonly trial: Trial }) {
  const { t } = useTranslation('templates');
  const { text, fault, title, hasNone, step } = trial;
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <div className={styles.article}>
        <span className={styles.title}>{title ? t('previewOf', { title }) : t('preview')}</span>
        <IconButton size="small" icon={ChevronLeft} label={t('earlier')} onPress={() => step(-1)} />
        <IconButton size="small" icon={ChevronRight} label={t('later')} onPress={() => step(1)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.text} tabIndex={0} data-old={fault !== undefined || undefined}>
        {hasNone ? t('noArticle') : text}
      </pre>
    </section>
  );
}

/** So long nobody must have typed before it is tried out. */
const PAUSE_MILLISECONDS = 250;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
