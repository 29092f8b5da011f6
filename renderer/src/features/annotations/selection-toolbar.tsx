import { Copy, NotebookPen } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { HighlightColour } from '#contract/annotations.ts';
import { useTranslation } from '../../strings/index.ts';
import { Tip } from '../../ui/index.ts';
import { COLOURS } from './colours.ts';
import styles from './selection-toolbar.module.css';

interface SelectionToolbarProps {
  /** Where the selection begins, in the sheet: the toolbar stands above it, or below where there is no room. */
  readonly place: { readonly x: number; readonly y: number; readonly isBelow: boolean };
  readonly onHighlight: (colour: HighlightColour) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
}

/** What can be done with the selected words. Pressing it keeps them selected. */
export function SelectionToolbar({ place, onHighlight, onNote, onCopy }: SelectionToolbarProps) {
  const { t } = useTranslation('annotations');
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className={styles.toolbar}
      data-below={place.isBelow || undefined}
      style={{ left: place.x, top: place.y }}
    >
      {COLOURS.map((colour, index) => (
        <Tip key={colour} text={t(`colours.${colour}`)} keys={String(index + 1)}>
          <Button
            className={styles.colour}
            data-colour={colour}
            aria-label={t('highlightAs', { colour: t(`colours.${colour}`) })}
            preventFocusOnPress
            onPress={() => onHighlight(colour)}
          >
            <span className={styles.swatch}>{t(`marks.${colour}`)}</span>
          </Button>
        </Tip>
      ))}
      <span className={styles.seam} aria-hidden />
      <Tip text={t('noteOn')} keys="e">
        <Button className={styles.tool} aria-label={t('noteOn')} preventFocusOnPress onPress={onNote}>
          <NotebookPen size={16} strokeWidth={1.6} aria-hidden />
        </Button>
      </Tip>
      <Tip text={t('copy')}>
        <Button className={styles.tool} aria-label={t('copy')} preventFocusOnPress onPress={onCopy}>
          <Copy size={16} strokeWidth={1.6} aria-hidden />
        </Button>
      </Tip>
    </div>
  );
}
