import { type KeyboardEvent, useState } from 'react';
import type { ArticleId, Span } from '#contract/ids.ts';
import { archive } from '../../api/index.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, TextField } from '../../ui/index.ts';
import styles from './corrections.module.css';
import { correct } from './use-corrections.ts';

/** Words that a person wants to be others, as they stood when they were chosen. */
export interface WordsSeen {
  readonly article: ArticleId;
  readonly revision: number;
  readonly span: Span;
  readonly before: string;
  readonly was: string;
  readonly after: string;
}

interface CorrectDialogProps {
  readonly seen: WordsSeen;
  readonly onClose: () => void;
}

/** What stands there, what should stand there, and why. Enter does it: a paragraph has no line ends. */
export function CorrectDialog({ seen, onClose }: CorrectDialogProps) {
  const { t } = useTranslation('corrections');
  const app = useTranslation('app').t;
  const [text, setText] = useState(seen.was);
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isOther = text !== seen.was;

  async function done(): Promise<void> {
    if (isBusy || !isOther) return;
    setBusy(true);
    const { article, revision, span, was } = seen;
    const refusal = await correct(
      archive.corrections.make({ article, revision, edits: [{ span, was, text }], why: why.trim() }),
    );
    setBusy(false);
    if (refusal) setProblem(t(`refused.${refusal}`));
    else if (refusal === undefined) onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void done();
  }

  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app('cancel')}</Button>
          <Button look="seal" isDisabled={isBusy || !isOther} onPress={() => void done()}>
            {t('do')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.place}>
          {seen.before}
          {isOther ? (
            <>
              <del>{seen.was}</del>
              <ins>{text}</ins>
            </>
          ) : (
            <span className={styles.chosen}>{seen.was}</span>
          )}
          {seen.after}
        </p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in its fields */}
        <div className={styles.fields} onKeyDown={onKeyDown}>
          <TextField
            label={t('now')}
            rows={seen.was.length > 40 ? 4 : 2}
            autoFocus
            value={text}
            onChange={(next) => {
              setText(next.replace(/[\r\n]+/g, ''));
              setProblem(undefined);
            }}
            problem={problem}
          />
          <TextField label={t('why')} placeholder={t('whyPlaceholder')} value={why} onChange={setWhy} />
        </div>
        <p className={styles.kept}>{t('kept')}</p>
      </div>
    </Dialog>
  );
}
