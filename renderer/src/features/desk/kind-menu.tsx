import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import type { Key, Selection } from 'react-aria-components';
import type { ArticleKind } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Menu, MenuItem, MenuSection } from '../../ui/index.ts';
import type { BlockKey } from './page-model.ts';
import type { DeskArticle } from './page-order.ts';

const KINDS: readonly ArticleKind[] = [
  'main',
  'sidebar',
  'commentary',
  'brief',
  'continuation',
  'editor_note',
  'abstract',
];
const ALONE = 'alone';

interface KindMenuProps {
  readonly articles: DeskPage['articles'];
  readonly article: DeskArticle;
  readonly onKind: (place: BlockKey, kind: ArticleKind, parent: string | null) => void;
}

/** What an article is, and which one it belongs to. */
export const KindMenu = memo(function KindMenu({ articles, article, onKind }: KindMenuProps) {
  const { t } = useTranslation('desk');
  const place = article.blocks[0]?.place;
  const others = articles.flatMap(({ key, title }, number) =>
    key === article.key ? [] : [{ key, text: `${number + 1} ${title || t('untitled')}` }],
  );
  const choose = (act: (key: Key) => void) => (keys: Selection) => {
    const [key] = keys;
    if (key !== undefined) act(key);
  };
  if (place === undefined) return null;
  return (
    <Menu
      aria-label={t('kindMenu')}
      placement="bottom start"
      trigger={
        <Button look="quiet" size="small" aria-label={`${t('kindMenu')}: ${t(`kinds.${article.kind}`)}`}>
          {t(`kinds.${article.kind}`)}
          <ChevronDown size={13} strokeWidth={1.6} aria-hidden />
        </Button>
      }
    >
      <MenuSection
        title={t('kindTitle')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[article.kind]}
        onSelectionChange={choose((key) => onKind(place, key as ArticleKind, article.parent))}
      >
        {KINDS.map((kind) => (
          <MenuItem key={kind} id={kind}>
            {t(`kinds.${kind}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection
        title={t('parentTitle')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[article.parent ?? ALONE]}
        onSelectionChange={choose((key) => onKind(place, article.kind, key === ALONE ? null : String(key)))}
      >
        <MenuItem id={ALONE}>{t('noParent')}</MenuItem>
        {others.map(({ key, text }) => (
          <MenuItem key={key} id={key} textValue={text}>
            {text}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  );
});
