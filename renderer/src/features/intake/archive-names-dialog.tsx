import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { NamesOf } from '#contract/naming.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import styles from './name-rule.module.css';
import { NameRuleEditor } from './name-rule-editor.tsx';
import { useArchiveNames } from './use-archive-names.ts';
import { useRuleText } from './use-rule-text.ts';

interface ArchiveNamesDialogProps {
  readonly of: NamesOf;
  readonly onClose: () => void;
}

/** A naming rule for files that are in the archive already: seen on their names first, then applied as one act. */
export function ArchiveNamesDialog({ of, onClose }: ArchiveNamesDialogProps) {
  const { t } = useTranslation('intake');
  const { data: suggestion } = useQuery(archiveQueries.naming.suggest.queryOptions({ input: { of } }));
  const suggested = suggestion?.rule ?? undefined;
  const writing = useRuleText((kept) => (kept.trim() === '' ? (suggested ?? '') : kept));
  const { text, rule } = writing;
  const names = useArchiveNames(of, rule && text);
  const isBegun = useRef(false);

  async function apply(): Promise<void> {
    if (isBegun.current) return;
    isBegun.current = true;
    writing.keep();
    await act(archive.naming.apply({ rule: text, of }), ({ count }) => t('names.applied', { count }));
    onClose();
  }

  return (
    <Dialog
      title={t('names.title')}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button look="seal" isDisabled={!names.isRead || names.matched === 0} onPress={() => void apply()}>
            {names.matched === 0 ? t('names.applyNone') : t('names.apply', { count: names.matched })}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <NameRuleEditor
          intro={t('names.introArchive', { count: suggestion?.files ?? 0 })}
          writing={writing}
          suggested={suggested}
          names={names}
          said={
            names.isRead ? undefined : rule ? t('names.reading') : t('names.files', { count: suggestion?.files ?? 0 })
          }
        />
      </div>
    </Dialog>
  );
}
