import { History } from 'lucide-react';
import { memo, useId, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Article } from '#contract/articles.ts';
import type { CorrectionId } from '#contract/ids.ts';
import { archive } from '../../api/index.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { act } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { formatDay } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, notify } from '../../ui/index.ts';
import styles from './corrections.module.css';
import { correct, useCorrections } from './use-corrections.ts';

/** What was corrected in the article, under its text: what stood there, what stands there now, who, when and why. */
export const ArticleCorrections = memo(function ArticleCorrections({ article }: { readonly article: Article }) {
  const { t } = useTranslation('corrections');
  const { shownLanguage } = useAppearance();
  const corrections = useCorrections(article);
  const [isOpen, setOpen] = useState(false);
  const head = useRef<HTMLButtonElement>(null);
  const list = useId();
  const hasNone = corrections.length === 0;
  useCommands([
    {
      id: 'corrections',
      section: 'article',
      text: t('history'),
      keys: ['Shift+X'],
      isOff: hasNone,
      run: () => {
        setOpen(true);
        head.current?.focus();
        head.current?.scrollIntoView({ block: 'center' });
      },
    },
  ]);
  if (hasNone) return null;

  async function goBack(to: CorrectionId | null): Promise<void> {
    const { id, revision } = article;
    const refusal = await correct(archive.corrections.goBack({ article: id, revision, to, why: t('wentBack') }));
    if (refusal) notify({ text: t(`refused.${refusal}`), isFailure: true });
  }
  const conflicts = corrections.filter(({ state }) => state === 'conflict').length;
  const canBegin = corrections.some(({ state }) => state === 'done');

  return (
    <section className={styles.history} aria-label={t('history')}>
      <AriaButton
        ref={head}
        className={styles.open}
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onPress={() => setOpen(!isOpen)}
      >
        <History size={14} strokeWidth={1.6} aria-hidden />
        {t('count', { count: corrections.length })}
        {conflicts > 0 && <span className={styles.conflicts}>{t('conflicts', { count: conflicts })}</span>}
      </AriaButton>
      {isOpen && (
        <ol id={list} className={styles.list}>
          {corrections.map(({ id, who, at, why, state, changes, canGoBack }) => (
            <li key={id} className={styles.correction} data-state={state}>
              <p className={styles.about}>
                <span>{who}</span>
                <span>{formatDay(at, Date.now(), shownLanguage)}</span>
                {state !== 'done' && <strong>{t(`states.${state}`)}</strong>}
              </p>
              {changes.map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: places of one correction never change
                <p key={index} className={styles.place}>
                  {change.map(({ kind, text }, part) => {
                    const key = `${part} ${kind}`;
                    if (kind === 'gone') return <del key={key}>{text}</del>;
                    if (kind === 'new') return <ins key={key}>{text}</ins>;
                    return <span key={key}>{text}</span>;
                  })}
                </p>
              ))}
              {why && <p className={styles.why}>{why}</p>}
              {canGoBack && (
                <Button size="small" look="quiet" onPress={() => void goBack(id)}>
                  {t('back')}
                </Button>
              )}
              {state === 'conflict' && (
                <Button
                  size="small"
                  look="quiet"
                  onPress={() => void act(archive.corrections.dismiss({ id }), t('dismissed'))}
                >
                  {t('dismiss')}
                </Button>
              )}
            </li>
          ))}
          {canBegin && (
            <li className={styles.correction}>
              <Button size="small" look="quiet" onPress={() => void goBack(null)}>
                {t('begin')}
              </Button>
            </li>
          )}
        </ol>
      )}
    </section>
  );
});
