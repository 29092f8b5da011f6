import { useQuery } from '@tanstack/react-query';
import { ChevronUp, Folder } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '#contract/host.ts';
import { host, hostQueries, queryClient } from '../../api/index.ts';
import { failureText } from '../../app/failure-text.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog, IconButton, OptionList, TextField } from '../../ui/index.ts';
import styles from './export.module.css';

interface FolderChooserProps {
  readonly root: Place;
  readonly onChoose: (place: Place | null) => void;
}

/** Folders as the host lists them, where there is no dialog of the system. The page never learns a path. */
export function FolderChooser({ root, onChoose }: FolderChooserProps) {
  const { t } = useTranslation('export');
  const [here, setHere] = useState(root);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const query = hostQueries.places.children.queryOptions({ input: { handle: here.handle }, throwOnError: false });
  const { data, error } = useQuery(query);

  async function create(): Promise<void> {
    try {
      const made = await host.places.create({ handle: here.handle, name: name.trim() });
      await queryClient.invalidateQueries({ queryKey: query.queryKey });
      setName('');
      setProblem(undefined);
      setHere(made);
    } catch (failure) {
      setProblem(failureText(failure));
    }
  }

  return (
    <Dialog
      title={t('chooseTitle')}
      isOpen
      onClose={() => onChoose(null)}
      actions={
        <>
          <Button onPress={() => onChoose(null)}>{t('cancel')}</Button>
          <Button look="seal" isDisabled={!data?.writable} onPress={() => data && onChoose(data.place)}>
            {t('here')}
          </Button>
        </>
      }
    >
      <div className={styles.crumbs}>
        <IconButton
          icon={ChevronUp}
          label={t('up')}
          isDisabled={!data?.parent}
          onPress={() => data?.parent && setHere(data.parent)}
        />
        <span className={styles.place}>{data?.place.label ?? here.label}</span>
      </div>
      <OptionList
        label={t('folders')}
        icon={Folder}
        options={(data?.children ?? []).map((place) => ({ key: place.handle, text: lastPart(place.label) }))}
        onAction={(handle) => {
          const chosen = data?.children.find((place) => place.handle === handle);
          if (chosen) setHere(chosen);
        }}
        empty={error ? failureText(error) : data ? t('noFolders') : ''}
      />
      {data && !data.writable && <p className={styles.hint}>{t('unwritable')}</p>}
      <form
        className={styles.create}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void create();
        }}
      >
        <TextField
          aria-label={t('newFolder')}
          placeholder={t('newFolder')}
          value={name}
          onChange={setName}
          problem={problem}
        />
        <Button type="submit" isDisabled={name.trim() === '' || !data?.writable}>
          {t('create')}
        </Button>
      </form>
    </Dialog>
  );
}

function lastPart(label: string): string {
  return label.split(/[\\/]/u).findLast(Boolean) ?? label;
}
