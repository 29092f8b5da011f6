import type { Key, Selection } from '@react-types/shared';
import { type ReactNode, type Ref, useCallback, useContext, useImperativeHandle, useMemo, useRef } from 'react';
import { useOption } from 'react-aria/useListBox';
import { ListBox, ListStateContext, Virtualizer } from 'react-aria-components';
import { useListState } from 'react-stately/useListState';
import { FixedRows } from './fixed-rows.ts';
import styles from './long-list.module.css';
import { RowCollection } from './row-collection.ts';
import { rowKeys } from './row-keys.ts';

export interface LongListHandle {
  /** Scrolls as little as needed for the row to be seen. */
  reveal(row: number): void;
  focus(): void;
}

interface LongListProps {
  readonly label: string;
  readonly count: number;
  /** Height of every row in pixels. */
  readonly rowSize: number;
  /** How many rows may be selected. With `one` and `some` there is always one, and Escape is left to others. */
  readonly choose?: 'any' | 'some' | 'one';
  readonly selected: ReadonlySet<number>;
  /** With `all` every row is meant, also those that were never shown. */
  readonly onSelect: (rows: 'all' | ReadonlySet<number>, isToggling: boolean) => void;
  /** Enter, or a double click. */
  readonly onAction?: (row: number) => void;
  /** The rows in view and a screen around them; told while scrolling. */
  readonly onView?: (first: number, last: number) => void;
  /** A stable function; what it reads comes from a context or a hook inside. */
  readonly renderRow: (row: number) => ReactNode;
  readonly handle?: Ref<LongListHandle>;
}

/** A list box of any length. Arrows move and select, Shift extends, Ctrl adds, Enter acts. */
export function LongList(props: LongListProps) {
  const { label, count, rowSize, choose = 'any', selected, onSelect, onAction, onView, renderRow, handle } = props;
  const box = useRef<HTMLDivElement>(null);
  const isToggling = useRef(false);
  const empty = useMemo(() => new RowCollection(0, (row) => <Row row={row} renderRow={renderRow} />), [renderRow]);
  const collection = useMemo(() => empty.resized(count), [empty, count]);

  // React Aria's own set knows where a range began; it is given back as long as it says the same.
  const lastKeys = useRef<Set<Key>>(new Set());
  const selectedKeys = isSame(lastKeys.current, selected) ? lastKeys.current : selected;

  const state = useListState<object>({
    collection,
    children: null as never,
    selectionMode: choose === 'one' ? 'single' : 'multiple',
    disallowEmptySelection: choose !== 'any',
    selectionBehavior: 'replace',
    selectedKeys,
    onSelectionChange(keys: Selection) {
      if (keys !== 'all') lastKeys.current = keys;
      onSelect(keys === 'all' ? 'all' : new Set([...keys].map(Number)), isToggling.current);
    },
  });

  const tellView = useCallback(() => {
    const element = box.current;
    if (!element || !onView) return;
    const rows = Math.ceil(element.clientHeight / rowSize);
    const first = Math.floor(element.scrollTop / rowSize);
    onView(Math.max(0, first - rows), first + 2 * rows);
  }, [onView, rowSize]);

  // ListBox reads this property (ComboBox hands it over the same way) but does not declare it.
  const delegate: object = useMemo(
    () => ({
      keyboardDelegate: rowKeys(count, () => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowSize) - 1)),
    }),
    [count, rowSize],
  );

  useImperativeHandle(handle, () => ({
    reveal(row) {
      const element = box.current;
      if (!element) return;
      const top = row * rowSize;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowSize > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowSize - element.clientHeight;
      state.selectionManager.setFocusedKey(row);
    },
    focus: () => box.current?.focus(),
  }));

  function watchModifiers(event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): void {
    isToggling.current = event.ctrlKey || event.metaKey;
  }

  return (
    <div
      className={styles.frame}
      onPointerDownCapture={watchModifiers}
      onPointerUpCapture={watchModifiers}
      onKeyDownCapture={watchModifiers}
    >
      <Virtualizer layout={FixedRows} layoutOptions={useMemo(() => ({ rowSize }), [rowSize])}>
        <ListStateContext value={state}>
          <ListBox
            ref={box}
            aria-label={label}
            className={styles.list}
            disallowEmptySelection={choose !== 'any'}
            {...delegate}
            onAction={(key) => onAction?.(Number(key))}
            onScroll={tellView}
            data-pane-start=""
          >
            {null as never}
          </ListBox>
        </ListStateContext>
      </Virtualizer>
    </div>
  );
}

function isSame(one: ReadonlySet<Key>, other: ReadonlySet<Key>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}

interface RowProps {
  readonly row: number;
  readonly renderRow: (row: number) => ReactNode;
}

function Row({ row, renderRow }: RowProps) {
  const ref = useRef<HTMLDivElement>(null);
  const state = useContext(ListStateContext);
  if (!state) throw new Error('a row stands in a list');
  const { optionProps, isSelected, isFocusVisible } = useOption({ key: row }, state, ref);
  return (
    <div
      {...optionProps}
      ref={ref}
      className={styles.row}
      data-selected={isSelected || undefined}
      data-focus-visible={isFocusVisible || undefined}
    >
      {renderRow(row)}
    </div>
  );
}
