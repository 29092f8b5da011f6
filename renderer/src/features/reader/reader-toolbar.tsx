import {
  ALargeSmall,
  AppWindow,
  BookCopy,
  ChevronDown,
  ChevronUp,
  Columns2,
  Ellipsis,
  FileOutput,
  FileText,
  Mail,
  PanelLeft,
  Printer,
  ScrollText,
  Trash2,
  Undo2,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Article } from '#contract/articles.ts';
import type { SourceId } from '#contract/ids.ts';
import { useActs } from '../../app/acts.tsx';
import { useAppearance } from '../../app/appearance.tsx';
import { runCommand } from '../../app/commands.ts';
import { currentRoute, go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton, Menu, MenuItem, Popover } from '../../ui/index.ts';
import styles from './reader-toolbar.module.css';
import { TypePanel } from './type-panel.tsx';

interface ReaderToolbarProps {
  readonly article: Article;
  /** What stands in the middle while there is something to say. */
  readonly children?: ReactNode;
  /** The way to the article's sections, where it has any. */
  readonly contents: ReactNode;
}

/** Stays out of the way: to the next article, how the text is set, and what else can be done with it. */
export function ReaderToolbar({ article, children, contents }: ReaderToolbarProps) {
  const { t } = useTranslation('reader');
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('toolbar.label')}>
      <Ways />
      {contents}
      <div className={styles.middle}>{children}</div>
      <Acts
        source={article.desk === 'none' ? undefined : article.sourceId}
        isInTrash={article.deletedAt !== null && article.partOf === null}
      />
    </div>
  );
}

// Both halves stay as they are from one article to the next: that is most of what opening one would draw.
const Ways = memo(function Ways() {
  const { t } = useTranslation('reader');
  const { panes } = useAppearance();
  return (
    <>
      <IconButton
        icon={PanelLeft}
        label={t('toolbar.panes')}
        keys="f"
        isOn={!panes.places && !panes.list}
        onPress={() => runCommand('panes.focus')}
      />
      <IconButton icon={ChevronUp} label={t('toolbar.previous')} keys="k" onPress={() => runCommand('list.previous')} />
      <IconButton icon={ChevronDown} label={t('toolbar.next')} keys="j" onPress={() => runCommand('list.next')} />
    </>
  );
});

interface ActsProps {
  /** The page that the article was separated from. */
  readonly source: SourceId | undefined;
  readonly isInTrash: boolean;
}

const Acts = memo(function Acts({ source, isInTrash }: ActsProps) {
  const { t } = useTranslation('reader');
  const { exportArticles } = useActs();

  function exportOpen(): void {
    const route = currentRoute();
    if (route.screen === 'library' && route.article) exportArticles?.({ of: 'articles', ids: [route.article] });
  }

  return (
    <>
      {isInTrash && <span className={styles.trash}>{t('toolbar.inTrash')}</span>}
      <DialogTrigger>
        <IconButton icon={ALargeSmall} label={t('type.title')} />
        <Popover label={t('type.title')} placement="bottom end">
          <TypePanel />
        </Popover>
      </DialogTrigger>
      <Menu aria-label={t('toolbar.more')} trigger={<IconButton icon={Ellipsis} label={t('toolbar.more')} />}>
        {source && (
          <MenuItem id="desk" icon={ScrollText} onAction={() => go({ screen: 'desk', source })}>
            {t('foot.desk')}
          </MenuItem>
        )}
        <MenuItem id="source" icon={Columns2} keys="o" onAction={() => runCommand('reader.source')}>
          {t('source.show')}
        </MenuItem>
        <MenuItem id="beside" icon={BookCopy} keys="Shift+O" onAction={() => runCommand('reader.beside')}>
          {t('beside.open')}
        </MenuItem>
        <MenuItem id="window" icon={AppWindow} keys="Shift+W" onAction={() => runCommand('reader.window')}>
          {t('toolbar.window')}
        </MenuItem>
        {exportArticles && (
          <MenuItem id="export" icon={FileOutput} onAction={exportOpen}>
            {t('toolbar.export')}
          </MenuItem>
        )}
        <MenuItem id="print" icon={Printer} keys="$mod+p" onAction={() => runCommand('print')}>
          {t('print.command')}
        </MenuItem>
        <MenuItem id="pdf" icon={FileText} onAction={() => runCommand('reader.pdf')}>
          {t('print.pdf')}
        </MenuItem>
        <MenuItem id="unread" icon={Mail} keys="u" onAction={() => runCommand('list.unread')}>
          {t('toolbar.unread')}
        </MenuItem>
        <MenuItem
          id="remove"
          icon={isInTrash ? Undo2 : Trash2}
          keys="Delete"
          onAction={() => runCommand('list.remove')}
        >
          {t(isInTrash ? 'toolbar.restore' : 'toolbar.remove')}
        </MenuItem>
      </Menu>
    </>
  );
});
