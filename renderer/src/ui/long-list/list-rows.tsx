import { createContext, type ReactNode, useContext } from 'react';

/**
 * How the rows of a `LongList` are drawn while they arrive: `Rows` has the way to what is in memory, `renderRow` stays
 * the same. Called once for a list, outside of what draws it; `draw` is given undefined for a row that is on its way.
 */
export function listRows<Row>(draw: (row: Row | undefined) => ReactNode) {
  const Rows = createContext<(row: number) => Row | undefined>(() => undefined);
  function RowAt({ row }: { readonly row: number }) {
    return draw(useContext(Rows)(row));
  }
  return { Rows, renderRow: (row: number) => <RowAt row={row} /> };
}
