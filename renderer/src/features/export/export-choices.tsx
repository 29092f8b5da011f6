import { FolderOpen } from 'lucide-react';
import type { CitationStyle } from '#contract/citations.ts';
import type { ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Button, Choice, Select } from '../../ui/index.ts';
import { describeSelection } from './describe-selection.ts';
import styles from './export.module.css';
import { FORMS, type Form } from './forms.ts';
import { SecretChoice } from './secret-choice.tsx';
import { StandingChoices } from './standing-choices.tsx';
import type { EditedTemplate } from './template-editor.tsx';
import type { StandingChoice, VaultChoice } from './use-export.ts';
import { VaultChoices } from './vault-choices.tsx';
import { WhatChoice } from './what-choice.tsx';

interface ExportChoicesProps {
  /** What was chosen where the dialog was opened. */
  readonly given: ExportSelection;
  readonly selection: ExportSelection;
  readonly form: Form;
  readonly place: Place | null;
  readonly vault: VaultChoice;
  readonly standing: StandingChoice;
  /** With highlights that are marked confidential. */
  readonly confidential: boolean;
  /** Nothing can be chosen any more: it is being written, or was. */
  readonly isDone: boolean;
  readonly onForm: (form: Form) => void;
  readonly onPlace: () => void;
  readonly onConfidential: (isIn: boolean) => void;
  readonly onVault: (part: Partial<VaultChoice>) => void;
  readonly onTemplate: (template: EditedTemplate) => void;
  readonly onSelection: (selection: ExportSelection) => void;
  readonly onStanding: (part: Partial<StandingChoice>) => void;
}

const STYLES = ['auto', 'gb7714', 'chicago', 'apa'] as const satisfies readonly CitationStyle[];

/** What, as what, and where to. The style of citations is the one that words are copied with. */
export function ExportChoices(props: ExportChoicesProps) {
  const { given, selection, form, place, vault, standing, confidential, isDone } = props;
  const { onForm, onPlace, onConfidential, onVault, onTemplate, onSelection, onStanding } = props;
  const { t } = useTranslation('export');
  const { citation, change } = useAppearance();
  return (
    <dl className={styles.facts}>
      <dt>{t('what')}</dt>
      <dd>
        {isDone ? (
          describeSelection(selection, t)
        ) : (
          <WhatChoice given={given} chosen={selection} onChoose={onSelection} />
        )}
      </dd>
      <dt>{t('as')}</dt>
      <dd>
        {isDone ? (
          t(`forms.${form}`)
        ) : (
          <Select
            label={t('as')}
            isLabelHidden
            value={form}
            onChange={onForm}
            options={FORMS.map((key) => ({ key, text: t(`forms.${key}`) }))}
          />
        )}
      </dd>
      {form === 'markdown' && (
        <VaultChoices chosen={vault} isDone={isDone} onChoose={onVault} onTemplate={onTemplate} />
      )}
      {form === 'citations' && (
        <>
          <dt>{t('style')}</dt>
          <dd>
            {isDone ? (
              t(`styles.${citation}`)
            ) : (
              <Choice
                label={t('style')}
                value={citation}
                onChange={(style) => change({ citation: style })}
                options={STYLES.map((key) => ({ key, text: t(`styles.${key}`) }))}
              />
            )}
          </dd>
        </>
      )}
      {(form === 'markdown' || form === 'bag') && (
        <SecretChoice selection={selection} isIn={confidential} isDone={isDone} onChoose={onConfidential} />
      )}
      <dt>{t('where')}</dt>
      <dd className={styles.where}>
        <span className={styles.place}>{place?.label ?? t('noPlace')}</span>
        <Button size="small" onPress={onPlace} isDisabled={isDone} autoFocus={!place}>
          <FolderOpen size={15} strokeWidth={1.6} aria-hidden />
          {t('choose')}
        </Button>
      </dd>
      {form === 'markdown' && place && !isDone && (
        <StandingChoices vault={vault} chosen={standing} onChoose={onStanding} />
      )}
    </dl>
  );
}
