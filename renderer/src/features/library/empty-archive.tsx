import { useActs } from '../../app/acts.tsx';
import { Seal } from '../../app/masthead.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';

/** The first screen of a new archive: what to do, and the means to do it. */
export function EmptyArchive() {
  const { t } = useTranslation('library');
  const { importFiles, importFolder, importByRule, importSamples } = useActs();
  return (
    <EmptyState
      title={t('empty.archive.title')}
      ornament={<Seal size={52} />}
      actions={
        <>
          {importFiles && (
            <Button look="seal" onPress={importFiles}>
              {t('empty.archive.files')}
            </Button>
          )}
          {importFolder && <Button onPress={importFolder}>{t('empty.archive.folder')}</Button>}
          {importByRule && <Button onPress={importByRule}>{t('empty.archive.byRule')}</Button>}
          {importSamples && <Button onPress={importSamples}>{t('empty.archive.samples')}</Button>}
        </>
      }
    >
      {t('empty.archive.text')}
    </EmptyState>
  );
}
