import { FolderOpen } from 'lucide-react';
import type { CitationStyle } from '#contract/citations.ts';
import type { ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Button, Choice, Select } from '../../ui/index.ts';
import styles from './export.module.css';
import { FORMS, type Form } from './forms.ts';
import type { EditedTemplate } from './template-editor.tsx';
import type { VaultChoice } from './use-export.ts';
import { VaultChoices } from './vault-choices.tsx';

interface ExportChoicesProps {
  readonly selection: ExportSelection;
  readonly form: Form;
  readonly place: Place | null;
  readonly vault: VaultChoice;
  /** With highlights that are marked confidential; asked of a bag alone, which is to hold everything. */
  readonly confidential: boolean;
  /** Nothing can be chosen any more: it is being written, or was. */
  readonly isDone: boolean;
  readonly onForm: (form: Form) => void;
  readonly onPlace: () => void;
  readonly onConfidential: (isIn: boolean) => void;
  readonly onVault: (part: Partial<VaultChoice>) => void;
  readonly onTemplate: (template: EditedTemplate) => void;
}

const STYLES = ['auto', 'gb7714', 'chicago', 'apa'] as const satisfies readonly CitationStyle[];

/** What, as what, and where to. The style of citations is the one that words are copied with. */
export function ExportChoices(props: ExportChoicesProps) {
  const { selection, form, place, vault, confidential, isDone, onForm, onPlace, onConfidential, onVault, onTemplate } =
    props;
  const { t } = useTranslation('export');
  const { citation, change } = useAppearance();
  return (
    <dl className={styles.facts}>
      <dt>{t('what')}</dt>
      <dd>{describe(selection, t)}</dd>
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
      {form === 'bag' && (
        <>
          <dt>{t('secret')}</dt>
          <dd>
            {isDone ? (
              t(`secrets.${confidential ? 'in' : 'out'}`)
            ) : (
              <Choice
                label={t('secret')}
                value={confidential ? 'in' : 'out'}
                onChange={(answer) => onConfidential(answer === 'in')}
                options={(['out', 'in'] as const).map((key) => ({ key, text: t(`secrets.${key}`) }))}
              />
            )}
          </dd>
        </>
      )}
      <dt>{t('where')}</dt>
      <dd className={styles.where}>
        <span className={styles.place}>{place?.label ?? t('noPlace')}</span>
        <Button size="small" onPress={onPlace} isDisabled={isDone} autoFocus={!place}>
          <FolderOpen size={15} strokeWidth={1.6} aria-hidden />
          {t('choose')}
        </Button>
      </dd>
    </dl>
  );
}

type Translate = ReturnType<typeof useTranslation<'export'>>['t'];

function describe(selection: ExportSelection, t: Translate): string {
  if (selection.of === 'all') return t('all');
  if (selection.of === 'search') return t('search', { text: selection.text });
  if (selection.of === 'tag') return t('tagged', { path: selection.path });
  return t('articles', { count: selection.ids.length });
}
