import { useState } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { host } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, ProgressBar } from '../../ui/index.ts';
import { copyText } from './copy-text.ts';
import styles from './export.module.css';
import { ExportChoices } from './export-choices.tsx';
import { Outcome, Remarks } from './export-outcome.tsx';
import { FolderChooser } from './folder-chooser.tsx';
import type { Form } from './forms.ts';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly selection: ExportSelection;
  readonly onClose: () => void;
}

/** What was chosen last, offered again until the window closes. */
let last: { readonly form: Form; readonly place: Place | null } = { form: 'markdown', place: null };

/** What is sent where and as what, how far it is, and what a person should look at afterwards. */
export function ExportDialog({ selection, onClose }: ExportDialogProps) {
  const { t } = useTranslation('export');
  const [{ form, place }, setChosen] = useState(last);
  const [drawn, setDrawn] = useState<Place | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { progress, run, cancel } = useExport();

  function choose(part: Partial<typeof last>): void {
    last = { ...last, ...part };
    setChosen(last);
  }

  function keep(chosen: Place | null): void {
    setDrawn(null);
    if (chosen) choose({ place: chosen });
  }

  async function choosePlace(): Promise<void> {
    setRefusal(null);
    try {
      const answer = await host.choosePlace({ purpose: 'export' });
      if (answer.by === 'dialog') keep(answer.place);
      else setDrawn(answer.root);
    } catch (error) {
      setRefusal(error);
    }
  }

  const { phase } = progress;
  const isRunning = phase === 'running';
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
        ) : phase === 'finished' ? (
          <Button look="seal" onPress={onClose} autoFocus>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('cancel')}</Button>
            {form !== 'markdown' && <Button onPress={() => void copyText(selection, form)}>{t('copy')}</Button>}
            <Button look="seal" isDisabled={!place} onPress={() => place && void run(selection, form, place)}>
              {t('run')}
            </Button>
          </>
        )
      }
    >
      <ExportChoices
        selection={selection}
        form={form}
        place={place}
        isDone={isRunning || phase === 'finished'}
        onForm={(chosen) => choose({ form: chosen })}
        onPlace={() => void choosePlace()}
      />
      {phase === 'ready' && <p className={styles.hint}>{t(`hints.${form}`)}</p>}
      {isRunning && <ProgressBar label={t('running')} value={progress.done} max={progress.of} />}
      <Outcome form={form} progress={progress} refusal={refusal} />
      <Remarks remarks={progress.remarks} />
    </Dialog>
  );
}
