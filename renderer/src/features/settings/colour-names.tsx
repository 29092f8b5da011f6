import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Group } from 'react-aria-components';
import type { HighlightColour } from '#contract/annotations.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { TextField } from '../../ui/index.ts';
import { COLOURS } from '../annotations/index.ts';
import styles from './settings.module.css';

/** The five colours by the names they have in this archive. */
export function ColourNames() {
  const { t } = useTranslation('settings');
  const { data: names } = useQuery(archiveQueries.annotations.colourNames.queryOptions());
  return (
    <Group className={styles.meanings} aria-label={t('meanings')}>
      <p className={styles.name} aria-hidden="true">
        {t('meanings')}
      </p>
      <div className={styles.fields}>
        {COLOURS.map((colour) => (
          <ColourName key={colour} colour={colour} name={names?.[colour] ?? ''} />
        ))}
      </div>
      <p className={styles.hint}>{t('meaningsHint')}</p>
    </Group>
  );
}

function ColourName({ colour, name }: { readonly colour: HighlightColour; readonly name: string }) {
  const { t } = useTranslation('settings');
  const usual = useTranslation('annotations').t(`colours.${colour}`);
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);

  function settle(): void {
    const next = text.trim() === usual ? '' : text.trim();
    if (next !== name) void act(archive.annotations.renameColour({ colour, name: next }), t('renamed'));
    else setText(name);
  }

  return (
    <div className={styles.meaning} data-colour={colour}>
      <TextField
        aria-label={usual}
        placeholder={usual}
        maxLength={24}
        value={text}
        onChange={setText}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) settle();
          else event.continuePropagation();
        }}
      />
    </div>
  );
}
