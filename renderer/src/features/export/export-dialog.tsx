import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { host } from '../../api/index.ts';
import { failureText } from '../../app/failure-text.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, ProgressBar } from '../../ui/index.ts';
import styles from './export.module.css';
import { FolderChooser } from './folder-chooser.tsx';
import { type ExportProgress, useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly selection: ExportSelection;
  readonly onClose: () => void;
}

/** The folder of the last export, offered again until the window closes. */
let lastPlace: Place | null = null;

/** What is sent where, how far it is, and what a person should look at afterwards. */
export function ExportDialog({ selection, onClose }: ExportDialogProps) {
  const { t } = useTranslation('export');
  const [place, setPlace] = useState(lastPlace);
  const [drawn, setDrawn] = useState<Place | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { progress, run, cancel } = useExport();

  function keep(chosen: Place | null): void {
    setDrawn(null);
    if (!chosen) return;
    lastPlace = chosen;
    setPlace(chosen);
  }

  async function choose(): Promise<void> {
    setRefusal(null);
    try {
      const answer = await host.choosePlace({ purpose: 'export' });
      if (answer.by === 'dialog') keep(answer.place);
      else setDrawn(answer.root);
    } catch (error) {
      setRefusal(error);
    }
  }

  const isRunning = progress.phase === 'running';
  if (drawn) return <FolderChooser root={drawn} onChoose={keep} />;
  return (
    <Dialog
      title={t('title')}
      isOpen
      isKept={isRunning}
      onClose={onClose}
      actions={
        isRunning ? (
          <Button onPress={cancel}>{t('stop')}</Button>
        ) : progress.phase === 'finished' ? (
          <Button look="seal" onPress={onClose} autoFocus>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('cancel')}</Button>
            <Button look="seal" isDisabled={!place} onPress={() => place && void run(selection, place)}>
              {t('run')}
            </Button>
          </>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>{t('what')}</dt>
        <dd>{describe(selection, t)}</dd>
        <dt>{t('where')}</dt>
        <dd className={styles.where}>
          <span className={styles.place}>{place?.label ?? t('noPlace')}</span>
          <Button size="small" onPress={() => void choose()} isDisabled={isRunning} autoFocus={!place}>
            <FolderOpen size={15} strokeWidth={1.6} aria-hidden />
            {t('choose')}
          </Button>
        </dd>
      </dl>
      {progress.phase === 'ready' && <p className={styles.hint}>{t('hint')}</p>}
      {isRunning && <ProgressBar label={t('running')} value={progress.done} max={progress.of} />}
      <p role="status" className={styles.status}>
        {progress.finished && outcome(progress.finished, t)}
        {progress.phase === 'failed' && failureText(progress.failure)}
        {refusal !== null && failureText(refusal)}
      </p>
      <Remarks progress={progress} />
    </Dialog>
  );
}

type Translate = ReturnType<typeof useTranslation<'export'>>['t'];

function describe(selection: ExportSelection, t: Translate): string {
  if (selection.of === 'all') return t('all');
  if (selection.of === 'search') return t('search', { text: selection.text });
  if (selection.of === 'tag') return t('tagged', { path: selection.path });
  return t('articles', { count: selection.ids.length });
}

function outcome(finished: NonNullable<ExportProgress['finished']>, t: Translate): string {
  const parts = [
    finished.cancelled ? t('cancelled') : '',
    finished.written > 0 ? t('written', { count: finished.written }) : '',
    finished.unchanged > 0 ? t('unchanged', { count: finished.unchanged }) : '',
    finished.kept > 0 ? t('kept', { count: finished.kept }) : '',
    finished.missing > 0 ? t('missing', { count: finished.missing }) : '',
    finished.failed > 0 ? t('failed', { count: finished.failed }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(t('join')) : t('nothing');
}

function Remarks({ progress }: { readonly progress: ExportProgress }) {
  const { t } = useTranslation('export');
  if (progress.remarks.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {progress.remarks.map((remark) => (
        <li key={remark.path}>
          <span className={styles.path}>{remark.path}</span>
          <span className={styles.why}>
            {remark.state === 'failed'
              ? t(`reasons.${remark.reason ?? 'other'}`)
              : remark.state === 'kept'
                ? t('keptAside', { name: remark.aside ?? '' })
                : t('missingFile')}
          </span>
        </li>
      ))}
    </ul>
  );
}
