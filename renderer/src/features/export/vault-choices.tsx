import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { useTranslation } from '../../strings/index.ts';
import { Choice, Select } from '../../ui/index.ts';
import type { VaultChoice } from './use-export.ts';

const PROFILES = [
  'obsidian',
  'commonmark',
  'logseq',
  'readwise',
  'omnivore',
] as const satisfies readonly ExportProfile[];
const AMOUNTS = ['both', 'marks', 'text'] as const satisfies readonly ExportAmount[];

interface VaultChoicesProps {
  readonly chosen: VaultChoice;
  readonly isDone: boolean;
  readonly onChoose: (part: Partial<VaultChoice>) => void;
}

/** Whose Markdown is written, and how much of an article. */
export function VaultChoices({ chosen, isDone, onChoose }: VaultChoicesProps) {
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
            onChange={(key) => onChoose({ profile: key })}
            options={PROFILES.map((key) => ({ key, text: t(`profiles.${key}`) }))}
          />
        )}
      </dd>
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
