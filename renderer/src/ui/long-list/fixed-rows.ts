import type { Key, Node } from '@react-types/shared';
import { Layout, LayoutInfo, Rect, Size } from 'react-stately/useVirtualizerState';

export interface FixedRowsOptions {
  /** Height of every row in pixels. */
  readonly rowSize: number;
}

/** Rows of one height under each other: where a row is follows from its number, so nothing is walked or kept. */
export class FixedRows extends Layout<Node<object>, FixedRowsOptions> {
  #rowSize = 48;

  override update({ layoutOptions }: { layoutOptions?: FixedRowsOptions }): void {
    this.#rowSize = layoutOptions?.rowSize ?? this.#rowSize;
  }

  override shouldInvalidateLayoutOptions(next: FixedRowsOptions, before: FixedRowsOptions): boolean {
    return next.rowSize !== before.rowSize;
  }

  override getVisibleLayoutInfos(rect: Rect): LayoutInfo[] {
    const { size } = this.#collection();
    const first = Math.max(0, Math.floor(rect.y / this.#rowSize));
    const last = Math.min(size - 1, Math.floor((rect.y + rect.height) / this.#rowSize));
    const rows = new Set<number>();
    for (let row = first; row <= last; row += 1) rows.add(row);
    // The row that has the focus stays in the page wherever one scrolls.
    for (const key of this.virtualizer?.persistedKeys ?? []) if (Number(key) < size) rows.add(Number(key));
    return [...rows].sort((one, other) => one - other).map((row) => this.#place(row));
  }

  override getLayoutInfo(key: Key): LayoutInfo | null {
    const row = Number(key);
    return row >= 0 && row < this.#collection().size ? this.#place(row) : null;
  }

  override getContentSize(): Size {
    return new Size(this.#width(), this.#collection().size * this.#rowSize);
  }

  #place(row: number): LayoutInfo {
    return new LayoutInfo('item', row, new Rect(0, row * this.#rowSize, this.#width(), this.#rowSize));
  }

  #width(): number {
    return this.virtualizer?.visibleRect.width ?? 0;
  }

  #collection(): { readonly size: number } {
    return this.virtualizer?.collection ?? { size: 0 };
  }
}
