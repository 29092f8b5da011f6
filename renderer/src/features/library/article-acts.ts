import type { TFunction } from 'i18next';
import type { ReadingState } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { archive } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import type { Command } from '../../app/commands.ts';

type Translate = TFunction<'library'>;

/** To the trash or back from it; says so, with an undo. */
export async function removeArticles(ids: readonly ArticleId[], how: 'remove' | 'restore', t: Translate) {
  const doing = archive.articles[how]({ ids: [...ids] });
  return await act(doing, ({ count }) => t(how === 'remove' ? 'said.removed' : 'said.restored', { count }));
}

export async function setReadingState(ids: readonly ArticleId[], state: ReadingState, t: Translate) {
  return await act(archive.articles.setReadingState({ ids: [...ids], state }), ({ count }) =>
    t(`said.${state}`, { count }),
  );
}

export function articleCommands(
  t: Translate,
  chosen: ReadonlySet<ArticleId>,
  set: (state: ReadingState) => void,
): Command[] {
  const isOff = chosen.size === 0;
  return [
    { id: 'list.unread', section: 'list', text: t('commands.unread'), keys: ['u'], isOff, run: () => set('unread') },
    { id: 'list.reading', section: 'list', text: t('commands.reading'), keys: ['r'], isOff, run: () => set('reading') },
    { id: 'list.read', section: 'list', text: t('commands.read'), keys: ['Shift+U'], isOff, run: () => set('read') },
    {
      id: 'list.archive',
      section: 'list',
      text: t('commands.archive'),
      keys: ['a'],
      isOff,
      run: () => set('archived'),
    },
  ];
}
