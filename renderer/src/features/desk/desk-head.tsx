import { ArrowLeft, ListOrdered, Redo2, Undo2 } from 'lucide-react';
import { memo } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, IconButton, Keys } from '../../ui/index.ts';
import styles from './desk.module.css';
import { canBeAccepted } from './page-order.ts';
import type { DeskActs } from './use-acts.ts';

interface DeskHeadProps {
  readonly page: DeskPage;
  readonly acts: DeskActs;
}

/** Which page it is, how far it is, and the one thing to do when it is right. */
export const DeskHead = memo(function DeskHead({ page, acts }: DeskHeadProps) {
  const { t } = useTranslation('desk');
  const act = useTranslation('deskActs').t;
  const copies = page.dropped.filter(({ role }) => role === 'duplicate').length;
  const state = t(`state.${page.state}`);
  return (
    <header className={styles.head}>
      <IconButton icon={ArrowLeft} label={t('back')} keys="Escape" onPress={() => history.back()} />
      <h1 className={styles.name} title={page.name}>
        {page.name}
      </h1>
      <p className={styles.figures}>
        <span className={styles.state} data-state={page.state}>
          {page.who ? t('byWhom', { state, who: page.who }) : state}
        </span>
        <span>{t('articles', { count: page.articles.length })}</span>
        {page.doubts.length > 0 ? (
          <span className={styles.doubts}>{t('doubts', { count: page.doubts.length })}</span>
        ) : (
          <span className={styles.extra}>{t('noDoubts')}</span>
        )}
        {copies > 0 && <span className={styles.extra}>{t('duplicates', { count: copies })}</span>}
      </p>
      <IconButton
        icon={Undo2}
        label={act('tools.undo')}
        keys="u"
        isDisabled={!page.canUndo}
        onPress={() => acts.step('undo')}
      />
      <IconButton
        icon={Redo2}
        label={act('tools.redo')}
        keys="$mod+Shift+z"
        isDisabled={!page.canRedo}
        onPress={() => acts.step('redo')}
      />
      <IconButton icon={ListOrdered} label={act('tools.queue')} keys="q" onPress={() => go({ screen: 'queue' })} />
      <Button look={canBeAccepted(page) ? 'seal' : 'edged'} onPress={acts.accept}>
        {act(canBeAccepted(page) ? 'tools.accept' : 'tools.next')}
        <Keys of="Enter" />
      </Button>
    </header>
  );
});
