import { useState } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { archive, host } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, ProgressBar } from '../../ui/index.ts';
import { copyText } from './copy-text.ts';
import styles from './export.module.css';
import { ExportChoices } from './export-choices.tsx';
import { Outcome, Remarks } from './export-outcome.tsx';
import { FolderChooser } from './folder-chooser.tsx';
import { type Form, isOneText } from './forms.ts';
import { PlannedFiles } from './planned-files.tsx';
import { StandingList } from './standing-list.tsx';
import { type EditedTemplate, TemplateEditor } from './template-editor.tsx';
import { type StandingChoice, useExport, type VaultChoice } from './use-export.ts';

interface ExportDialogProps {
  readonly selection: ExportSelection;
  readonly onClose: () => void;
}

/** What was chosen last, offered again until the window closes. */
let last: {
  readonly form: Form;
  readonly place: Place | null;
  readonly vault: VaultChoice;
  /** With what is marked confidential: never remembered for the next export. */
  readonly confidential: boolean;
  readonly standing: StandingChoice;
} = {
  form: 'markdown',
  place: null,
  vault: { profile: 'obsidian', amount: 'both', template: null },
  confidential: false,
  standing: { isOn: false, daily: null },
};

/** What is sent where and as what, how far it is, and what a person should look at afterwards. */
export function ExportDialog({ selection: given, onClose }: ExportDialogProps) {
  const { t } = useTranslation('export');
  const [selection, setSelection] = useState(given);
  const [{ form, place, vault, confidential, standing }, setChosen] = useState({ ...last, confidential: false });
  const [drawn, setDrawn] = useState<Place | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [edited, setEdited] = useState<EditedTemplate | null>(null);
  /** What a folder held is on its way: what is begun before it comes would be begun as something else. */
  const [isAsking, setAsking] = useState(false);
  const { progress, run, runAgain, cancel, again } = useExport();

  function choose(part: Partial<typeof last>): void {
    last = { ...last, ...part };
    setChosen(last);
    again();
  }

  function keep(chosen: Place | null): void {
    setDrawn(null);
    if (!chosen) return;
    choose({ place: chosen });
    setAsking(true);
    // A folder that was exported to before goes on as it was.
    const before = Promise.all([archive.exports.vault({ place: chosen.handle }), archive.templates.list()]).then(
      ([known, kept]) => {
        if (!known || last.place !== chosen) return;
        const { profile, amount } = known;
        // By its name, as it is now; of one that the archive does not have, what the folder holds.
        const template = kept.find(({ name }) => name === known.template?.name) ?? known.template;
        choose({ vault: { profile, amount, template: template && { name: template.name, source: template.source } } });
      },
      setRefusal,
    );
    const followed = archive.standing.find({ place: chosen.handle }).then(
      (known) =>
        last.place === chosen && choose({ standing: { isOn: known?.isOn ?? false, daily: known?.daily ?? null } }),
      () => undefined,
    );
    void Promise.all([before, followed]).then(() => last.place === chosen && setAsking(false));
  }

  async function write(to: Place, dryRun = false): Promise<void> {
    const end = await run(selection, form, to, { ...vault, confidential, daily: standing.daily }, dryRun);
    if (form !== 'markdown' || dryRun || !end || end.cancelled) return;
    const settings = { selection, ...vault, ...standing, confidential };
    await archive.standing.keep({ ...settings, place: to.handle, written: end.written }).catch(setRefusal);
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

  function leaveEditor(written: EditedTemplate | null | undefined): void {
    setEdited(null);
    if (written === undefined) return;
    const { profile, name, source } = written ?? { ...vault, name: '', source: '' };
    choose({ vault: { ...vault, profile, template: written && { name, source } } });
  }

  const { phase, isTrial } = progress;
  const isRunning = phase === 'running';
  const isOver = phase === 'finished' && !isTrial;
  if (drawn) return <FolderChooser root={drawn} onChoose={keep} />;
  if (edited)
    return <TemplateEditor template={edited} selection={selection} amount={vault.amount} onLeave={leaveEditor} />;
  return (
    <Dialog
      title={t('title')}
      width={isTrial ? 'wide' : 'normal'}
      isOpen
      isKept={isRunning && !isTrial}
      onClose={onClose}
      actions={
        isRunning ? (
          <Button onPress={cancel}>{t('stop')}</Button>
        ) : isOver ? (
          <Button look="seal" onPress={onClose} autoFocus>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('cancel')}</Button>
            {form === 'markdown' ? (
              <Button isDisabled={!place || isAsking} onPress={() => place && void write(place, true)}>
                {t('preview')}
              </Button>
            ) : (
              isOneText(form) && <Button onPress={() => void copyText(selection, form)}>{t('copy')}</Button>
            )}
            <Button look="seal" isDisabled={!place || isAsking} onPress={() => place && void write(place)}>
              {t('run')}
            </Button>
          </>
        )
      }
    >
      <ExportChoices
        given={given}
        selection={selection}
        form={form}
        place={place}
        vault={vault}
        confidential={confidential}
        isDone={isRunning || isOver}
        onForm={(chosen) => choose({ form: chosen })}
        onPlace={() => void choosePlace()}
        onConfidential={(isIn) => choose({ confidential: isIn })}
        standing={standing}
        onSelection={(chosen) => {
          setSelection(chosen);
          again();
        }}
        onStanding={(part) => choose({ standing: { ...standing, ...part } })}
        onVault={(part) => choose({ vault: { ...vault, ...part } })}
        onTemplate={setEdited}
      />
      {phase === 'ready' && <p className={styles.hint}>{t(`hints.${form}`)}</p>}
      {isRunning && (
        <div className={styles.running}>
          <ProgressBar label={t(isTrial ? 'looking' : 'running')} value={progress.done} max={progress.of} />
        </div>
      )}
      <Outcome form={form} progress={progress} refusal={refusal} />
      {isTrial && place ? (
        <PlannedFiles files={progress.planned} selection={selection} place={place} vault={{ ...vault, confidential }} />
      ) : (
        <Remarks progress={progress} />
      )}
      {form === 'markdown' && phase !== 'running' && !isTrial && (
        <StandingList onAgain={(id) => void runAgain(id)} onFail={setRefusal} />
      )}
    </Dialog>
  );
}
