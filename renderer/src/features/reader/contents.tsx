import { TableOfContents } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Article } from '#contract/articles.ts';
import { useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton, Menu, MenuItem } from '../../ui/index.ts';
import { scrollAlong, stretchOf, viewLength } from '../annotations/index.ts';
import { sectionsOf } from './sections.ts';

interface ContentsProps {
  readonly article: Article;
  readonly blocks: readonly HTMLElement[];
  readonly scroller: HTMLElement | null;
}

/** A head stands this far from where the view begins once one has gone to it. */
const ABOVE = 24;

/** The article's section heads, the one that is read now marked; choosing one goes there. */
export const Contents = memo(function Contents({ article, blocks, scroller }: ContentsProps) {
  const { t } = useTranslation('reader');
  const sections = useMemo(() => sectionsOf(article), [article]);
  const [isOpen, setOpen] = useState(false);
  useCommands([
    {
      id: 'reader.contents',
      section: 'article',
      text: t('contents.command'),
      keys: ['c'],
      isOff: sections.length < 2,
      run: () => setOpen(true),
    },
  ]);
  if (sections.length < 2) return null;

  const elementOf = (start: number) => blocks.find((block) => Number(block.dataset.start) === start);

  /** The last head at or above a line a third down the view. */
  function current(): number {
    const isPassed = (start: number) => {
      const rect = elementOf(start)?.getBoundingClientRect();
      return rect !== undefined && scroller !== null && stretchOf(scroller, rect).start <= viewLength(scroller) / 3;
    };
    return sections.findLast(({ start }) => isPassed(start))?.start ?? sections[0]?.start ?? 0;
  }

  function goTo(start: number): void {
    const rect = elementOf(start)?.getBoundingClientRect();
    if (rect && scroller) scrollAlong(scroller, stretchOf(scroller, rect).start - ABOVE);
    // Once the menu has given the focus back to its button.
    requestAnimationFrame(() => scroller?.focus());
  }

  return (
    <Menu
      aria-label={t('contents.title')}
      placement="bottom start"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon={TableOfContents} label={t('contents.title')} keys="c" />}
      selectionMode="single"
      selectedKeys={isOpen ? [current()] : []}
      onAction={(key) => goTo(Number(key))}
    >
      {sections.map(({ start, text, depth }) => (
        <MenuItem key={start} id={start} textValue={text} depth={depth}>
          {text}
        </MenuItem>
      ))}
    </Menu>
  );
});
