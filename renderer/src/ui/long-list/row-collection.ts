import type { Collection, Key, Node } from '@react-types/shared';
import type { ReactElement } from 'react';

const MOST_KEPT = 1_000;

/**
 * Rows 0 … size−1 as React Aria's collection, made when they are asked for: a list of 100,000 rows costs what its
 * visible rows cost. Keys are row numbers; what a row says is read by the row itself.
 */
export class RowCollection implements Collection<Node<object>> {
  readonly size: number;
  readonly #nodes: Map<number, Node<object>>;
  readonly #render: (row: number) => ReactElement;

  constructor(size: number, render: (row: number) => ReactElement, nodes = new Map<number, Node<object>>()) {
    this.size = size;
    this.#render = render;
    this.#nodes = nodes;
  }

  /** The same rows in another number; a row that stays keeps its node, and so its place in the page. */
  resized(size: number): RowCollection {
    return new RowCollection(size, this.#render, this.#nodes);
  }

  getItem(key: Key): Node<object> | null {
    const row = Number(key);
    if (!(row >= 0 && row < this.size)) return null;
    const node = this.#nodes.get(row) ?? this.#make(row);
    // Asked for last, let go last: who goes through 100,000 rows keeps those around the view.
    this.#nodes.delete(row);
    this.#nodes.set(row, node);
    if (this.#nodes.size > MOST_KEPT) this.#nodes.delete(this.#nodes.keys().next().value ?? -1);
    return node;
  }

  #make(row: number): Node<object> {
    return {
      type: 'item',
      key: row,
      index: row,
      level: 0,
      value: null,
      hasChildNodes: false,
      childNodes: [],
      rendered: null,
      textValue: '',
      prevKey: row > 0 ? row - 1 : null,
      nextKey: row + 1,
      render: () => this.#render(row),
    };
  }

  at(index: number): Node<object> | null {
    return this.getItem(index);
  }
  getFirstKey(): Key | null {
    return this.size > 0 ? 0 : null;
  }
  getLastKey(): Key | null {
    return this.size > 0 ? this.size - 1 : null;
  }
  getKeyBefore(key: Key): Key | null {
    return Number(key) > 0 ? Number(key) - 1 : null;
  }
  getKeyAfter(key: Key): Key | null {
    return Number(key) + 1 < this.size ? Number(key) + 1 : null;
  }
  *getKeys(): Generator<Key> {
    for (let row = 0; row < this.size; row += 1) yield row;
  }
  getChildren(): Iterable<Node<object>> {
    return [];
  }
  *[Symbol.iterator](): Generator<Node<object>> {
    for (let row = 0; row < this.size; row += 1) yield this.#nodes.get(row) ?? this.#make(row);
  }
}
