import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton, SearchField } from '../../ui/index.ts';
import styles from './hit-bar.module.css';
import type { Hits } from './use-hits.ts';
import type { Find } from './use-sought.ts';

interface FindBarProps {
  readonly find: Find;
  readonly hits: Hits | undefined;
}

/** Looks for words in the open article. Enter goes on, Shift+Enter back, Escape leaves where one has come to. */
export function FindBar({ find, hits }: FindBarProps) {
  const { t } = useTranslation('reader');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function leave(): void {
    find.close();
    document.querySelector<HTMLElement>('[data-reader]')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter') hits?.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const said = hits ? t('hits.of', { now: hits.now + 1, count: hits.count }) : t('find.none');
  return (
    <search className={styles.bar} aria-label={t('find.label')} data-find="" onKeyDownCapture={onKeyDown}>
      <SearchField
        inputRef={field}
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={find.typed}
        onChange={find.type}
      />
      <span role="status">{find.sought.text !== '' && said}</span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={t('hits.previous')}
        keys="Shift+Enter"
        isDisabled={!hits}
        onPress={() => hits?.step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label={t('hits.next')}
        keys="Enter"
        isDisabled={!hits}
        onPress={() => hits?.step(1)}
      />
      <IconButton icon={X} size="small" label={t('find.close')} keys="Escape" onPress={leave} />
    </search>
  );
}
