import { useQuery } from '@tanstack/react-query';
import { BookmarkCheck, BookmarkPlus } from 'lucide-react';
import { useEffect } from 'react';
import { archive, archiveQueries } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';

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
  const name = query.slice(0, NAME_CHARACTERS);
  return (
    <IconButton
      icon={saved ? BookmarkCheck : BookmarkPlus}
      label={saved ? t('unsave') : t('save')}
      isDisabled={query === ''}
      onPress={() =>
        void (saved
          ? act(archive.searches.remove({ id: saved.id }), t('unsaved', { name }))
          : act(archive.searches.save({ name, text: query }), t('saved', { name })))
      }
    />
  );
}
