import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { useTranslation } from '../../strings/index.ts';
import { Choice, Select } from '../../ui/index.ts';
import { TemplateChoice } from './template-choice.tsx';
import type { EditedTemplate } from './template-editor.tsx';
import type { VaultChoice } from './use-export.ts';

export const PROFILES = [
  'obsidian',
  'commonmark',
  'logseq',
  'readwise',
  'omnivore',
] as const satisfies readonly ExportProfile[];
const AMOUNTS = ['both', 'marks', 'text'] as const satisfies readonly ExportAmount[];

export interface VaultChoicesProps {
  readonly chosen: VaultChoice;
  readonly isDone: boolean;
  readonly onChoose: (part: Partial<VaultChoice>) => void;
  /** To be written, or changed. */
  readonly onTemplate: (template: EditedTemplate) => void;
}

/** Whose Markdown is written, and how much of an article. */
export function VaultChoices({ chosen, isDone, onChoose, onTemplate }: VaultChoicesProps) {
  const { t } = useTranslation('export');
  const { profile, amount } = chosen;
  return (
    <>
      <dt>{t('profile')}</dt>
      <dd>
        {isDone ? (
          t(`profiles.${profile}`)
        ) : (
          <Select
            label={t('profile')}
            isLabelHidden
            value={profile}
            // What a template begins with is the style of its own files.
            onChange={(key) => onChoose({ profile: key, template: null })}
            options={PROFILES.map((key) => ({ key, text: t(`profiles.${key}`) }))}
          />
        )}
      </dd>
      <TemplateChoice chosen={chosen} isDone={isDone} onChoose={onChoose} onTemplate={onTemplate} />
      <dt>{t('amount')}</dt>
      <dd>
        {isDone ? (
          t(`amounts.${amount}`)
        ) : (
          <Choice
            label={t('amount')}
            value={amount}
            onChange={(key) => onChoose({ amount: key })}
            options={AMOUNTS.map((key) => ({ key, text: t(`amounts.${key}`) }))}
          />
        )}
      </dd>
    </>
  );
}
