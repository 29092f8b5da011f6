import { useQuery } from '@tanstack/react-query';
import { BookmarkCheck, BookmarkPlus, Pencil } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DialogTrigger, Form } from 'react-aria-components';
import type { SavedSearch } from '#contract/searches.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton, Popover, TextField } from '../../ui/index.ts';
import styles from './search.module.css';

/** A name is no longer than this; the query itself is kept whole. */
const NAME_CHARACTERS = 80;

/** Saves the query that is shown, or saves it no more. Looking at a saved search makes what it found known. */
export function SaveSearch({ text, isShown }: { readonly text: string; readonly isShown: boolean }) {
  const { t } = useTranslation('search');
  const query = text.trim();
  const { data = [] } = useQuery(archiveQueries.searches.saved.queryOptions({ throwOnError: false }));
  const saved = data.find((one) => one.text === query);
  const id = saved?.id;
  useEffect(() => {
    if (id !== undefined && isShown) void archive.searches.look({ id }).catch(() => undefined);
  }, [id, isShown]);
  const name = query.slice(0, NAME_CHARACTERS).trim();
  return (
    <>
      <IconButton
        icon={saved ? BookmarkCheck : BookmarkPlus}
        label={saved ? t('unsave') : t('save')}
        isDisabled={query === ''}
        onPress={() =>
          void (saved
            ? act(archive.searches.remove({ id: saved.id }), t('unsaved', { name: saved.name }))
            : act(archive.searches.save({ name, text: query }), t('saved', { name })))
        }
      />
      {saved && <Rename key={saved.id} saved={saved} />}
    </>
  );
}

/** The name of a saved search in a sheet beside its button; Enter keeps what stands there. */
function Rename({ saved: { id, name } }: { readonly saved: SavedSearch }) {
  const { t } = useTranslation('search');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(name);

  function keep(): void {
    const next = text.trim();
    setOpen(false);
    if (next !== '' && next !== name)
      void act(archive.searches.rename({ id, name: next }), t('renamed', { name: next }));
  }

  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setText(name);
        setOpen(open);
      }}
    >
      <IconButton icon={Pencil} label={t('rename')} />
      <Popover label={t('rename')}>
        <Form
          className={styles.rename}
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextField autoFocus label={t('name')} maxLength={NAME_CHARACTERS} value={text} onChange={setText} />
        </Form>
      </Popover>
    </DialogTrigger>
  );
}
