import { useTranslation } from '../../strings/index.ts';
import { Choice, TextField } from '../../ui/index.ts';
import styles from './export.module.css';
import type { StandingChoice, VaultChoice } from './use-export.ts';

interface StandingChoicesProps {
  readonly vault: VaultChoice;
  readonly chosen: StandingChoice;
  readonly onChoose: (part: Partial<StandingChoice>) => void;
}

/** Whether the folder follows the archive from now on, and whether new highlights go into the notes of their days. */
export function StandingChoices({ vault, chosen, onChoose }: StandingChoicesProps) {
  const { t } = useTranslation('standing');
  const { isOn, daily } = chosen;
  const options = (texts: 'wishes' | 'dailies') =>
    (['no', 'yes'] as const).map((key) => ({ key, text: t(`${texts}.${key}`) }));
  // Only there a day has a note, and a note a comment that nobody sees.
  const hasDays = vault.profile === 'obsidian' || vault.profile === 'omnivore';
  return (
    <>
      <dt>{t('wish')}</dt>
      <dd>
        <Choice
          label={t('wish')}
          value={isOn ? 'yes' : 'no'}
          onChange={(answer) => onChoose({ isOn: answer === 'yes' })}
          options={options('wishes')}
        />
        {isOn && <p className={styles.note}>{t('wishHint')}</p>}
      </dd>
      {hasDays && (
        <>
          <dt>{t('daily')}</dt>
          <dd>
            <Choice
              label={t('daily')}
              value={daily ? 'yes' : 'no'}
              onChange={(answer) => onChoose({ daily: answer === 'yes' ? { folder: '' } : null })}
              options={options('dailies')}
            />
            {daily && (
              <TextField
                label={t('dailyFolder')}
                value={daily.folder}
                onChange={(folder) => onChoose({ daily: { folder } })}
              />
            )}
          </dd>
        </>
      )}
    </>
  );
}
