import { FolderOutput, TextCursorInput, TextQuote, Trash2, Undo2, X } from 'lucide-react';
import type { ArticleId } from '#contract/ids.ts';
import { NAMED_AT_ONCE } from '#contract/limits.ts';
import { useActs } from '../../app/acts.tsx';
import { useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import header from './list-header.module.css';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  readonly chosen: ReadonlySet<ArticleId>;
  readonly isTrash: boolean;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** Stands in the header's place while several articles are chosen: what can be done with all of them. */
export function SelectionBar({ chosen, isTrash, onRemove, onClear }: SelectionBarProps) {
  const { t } = useTranslation('library');
  const { exportArticles, copyCitations, nameFiles } = useActs();
  const exportChosen = () => exportArticles?.({ of: 'articles', ids: [...chosen] });
  useCommands([
    {
      id: 'list.export',
      section: 'list',
      text: t('selection.export'),
      keys: ['$mod+e'],
      isFirst: true,
      isOff: !exportArticles,
      run: exportChosen,
    },
  ]);
  return (
    <div className={header.header} role="toolbar" aria-label={t('selection.label')}>
      <IconButton icon={X} label={t('selection.clear')} onPress={onClear} />
      <span className={styles.count} role="status">
        {t('selection.count', { count: chosen.size })}
      </span>
      {exportArticles && (
        <IconButton icon={FolderOutput} label={t('selection.export')} keys="$mod+e" onPress={exportChosen} />
      )}
      {copyCitations && !isTrash && (
        <IconButton
          icon={TextQuote}
          label={t('selection.cite')}
          onPress={() => copyCitations({ of: 'articles', ids: [...chosen] })}
        />
      )}
      {nameFiles && !isTrash && chosen.size <= NAMED_AT_ONCE && (
        <IconButton
          icon={TextCursorInput}
          label={t('selection.rule')}
          onPress={() => nameFiles({ articles: [...chosen] })}
        />
      )}
      <IconButton
        icon={isTrash ? Undo2 : Trash2}
        label={t(isTrash ? 'commands.restore' : 'commands.remove')}
        keys="Delete"
        onPress={onRemove}
      />
    </div>
  );
}
