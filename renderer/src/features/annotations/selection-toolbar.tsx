import {
  Anchor,
  Bookmark,
  Copy,
  ImageDown,
  type LucideIcon,
  NotebookPen,
  PencilLine,
  Quote,
  Scissors,
} from 'lucide-react';
import { Button } from 'react-aria-components';
import type { HighlightColour } from '#contract/annotations.ts';
import { runCommand } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { Tip } from '../../ui/index.ts';
import { COLOURS } from './colours.ts';
import { useMeanings } from './meanings.ts';
import styles from './selection-toolbar.module.css';

interface SelectionToolbarProps {
  /** Where the selection begins, in the sheet: the toolbar stands above it, or below where there is no room. */
  readonly place: { readonly x: number; readonly y: number; readonly isBelow: boolean };
  readonly onHighlight: (colour: HighlightColour) => void;
  readonly onNote: () => void;
  readonly onBookmark: () => void;
  /** Only while a highlight without a place is active. */
  readonly onPlace: (() => void) | undefined;
  readonly onCopy: () => void;
  readonly onCite: () => void;
  readonly onClip: () => void;
  readonly onClipToFile: () => void;
}

/** What can be done with the selected words. Pressing it keeps them selected. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { place, onHighlight, onNote, onBookmark, onPlace, onCopy, onCite, onClip, onClipToFile } = props;
  const { t } = useTranslation('annotations');
  const { nameOf, signOf } = useMeanings();
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className={styles.toolbar}
      data-below={place.isBelow || undefined}
      style={{ left: place.x, top: place.y }}
    >
      {COLOURS.map((colour, index) => (
        <Tip key={colour} text={nameOf(colour)} keys={String(index + 1)}>
          <Button
            className={styles.colour}
            data-colour={colour}
            aria-label={t('highlightAs', { colour: nameOf(colour) })}
            preventFocusOnPress
            onPress={() => onHighlight(colour)}
          >
            <span className={styles.swatch}>{signOf(colour)}</span>
          </Button>
        </Tip>
      ))}
      <span className={styles.seam} aria-hidden />
      <Tool icon={NotebookPen} label={t('noteOn')} keys="e" onPress={onNote} />
      <Tool icon={Bookmark} label={t('commands.bookmark')} keys="b" onPress={onBookmark} />
      {onPlace && <Tool icon={Anchor} label={t('placeHere')} keys="h" onPress={onPlace} />}
      <Tool icon={Copy} label={t('copy')} onPress={onCopy} />
      <Tool icon={Quote} label={t('copyWithCitation')} keys="c" onPress={onCite} />
      <Tool icon={PencilLine} label={t('correct')} keys="x" onPress={() => runCommand('correct')} />
      <Tool icon={Scissors} label={t('copyClipping')} keys="Shift+C" onPress={onClip} />
      <Tool icon={ImageDown} label={t('saveClipping')} keys="Shift+D" onPress={onClipToFile} />
    </div>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string;
  readonly onPress: () => void;
}

/** As an icon button, but the words stay selected while it is pressed. */
function Tool({ icon: Icon, label, keys, onPress }: ToolProps) {
  return (
    <Tip text={label} keys={keys}>
      <Button className={styles.tool} aria-label={label} preventFocusOnPress onPress={onPress}>
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </Button>
    </Tip>
  );
}
