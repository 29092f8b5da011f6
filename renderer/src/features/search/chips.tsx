import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { QueryPart } from '#contract/search.ts';
import { useTranslation } from '../../strings/index.ts';
import { withoutPart } from './query-text.ts';
import styles from './search.module.css';

interface ChipsProps {
  readonly text: string;
  /** As they were read of exactly this text. */
  readonly parts: readonly QueryPart[];
  readonly onChange: (text: string) => void;
}

/** How a query was read, piece by piece; each can be taken out. A single word needs no explaining. */
export function Chips({ text, parts, onChange }: ChipsProps) {
  const { t } = useTranslation('search');
  if (parts.length < 2 && parts.every(({ is, excluded }) => is === 'words' && !excluded)) return null;
  return (
    <ul className={styles.chips} aria-label={t('parts')}>
      {parts.map((part, i) => {
        const { is, excluded, value, at } = part;
        if (is === 'or' || is === 'near')
          return (
            <li key={at.start} className={styles.operator}>
              {is === 'or' ? t('or') : t('near', { distance: value.replace(/\D/g, '') })}
            </li>
          );
        const shown = is === 'words' ? value : t('condition', { field: t(`fields.${is}`), value });
        const said = excluded ? t('without', { text: shown }) : shown;
        return (
          <li key={at.start} className={styles.chip} data-excluded={excluded || undefined}>
            <span>{said}</span>
            <Button aria-label={t('takeOut', { text: said })} onPress={() => onChange(withoutPart(text, parts, i))}>
              <X size={12} strokeWidth={2} aria-hidden />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
