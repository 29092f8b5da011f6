import type { ReadDb } from '../store/database.ts';
import { peopleOf } from './bylines.ts';
import { type Columns, dayNumber } from './columns.ts';
import { cut } from './cut.ts';
import { foldedText } from './fold.ts';
import { hasPhrase } from './match.ts';
import type { Filter, NameFilter } from './query.ts';
import { remembered } from './remembered.ts';

/** Whether a row of the full-text index is let through. */
export type RowTest = (row: number) => boolean;

const LAST_DAY = 9999_12_31;

/** Makes the test that a filter is. Names and tags are compared folded, each distinct one once. */
export function openFilters(db: ReadDb) {
  const tags = db.prepare<[], { id: string; path: string }>('SELECT id, path FROM tag');
  const papers = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM publication');
  const cutName = remembered(cut);
  const peopleIn = remembered((byline) => [byline, ...peopleOf(byline)].map(foldedText));

  function isNamed(name: string, { type, exact, ...sought }: NameFilter): boolean {
    if (exact === undefined) return hasPhrase(cutName(name), sought, false);
    if (type === 'paper') return foldedText(name) === exact;
    return peopleIn(name).includes(exact);
  }

  /** Lets through the rows whose number in `column` stands for one of the values that hold. */
  function among(column: Int32Array, values: readonly string[], holds: (value: string) => boolean): RowTest {
    const wanted = Uint8Array.from(values, (value) => (holds(value) ? 1 : 0));
    return (row) => wanted[column[row] as number] === 1;
  }

  return function toTest(filter: Filter, columns: Columns): RowTest {
    switch (filter.type) {
      case 'tag': {
        const path = foldedText(filter.path);
        const ids = new Set<string>();
        for (const tag of tags.all()) {
          const own = foldedText(tag.path);
          if (own.startsWith(`${path}/`) || (own === path && !filter.below)) ids.add(tag.id);
        }
        return among(columns.tags, columns.tagSets.values, (set) => set.split(',').some((id) => ids.has(id)));
      }
      case 'paper': {
        const ids = new Set(
          papers
            .all()
            .filter((paper) => isNamed(paper.name, filter))
            .map((paper) => paper.id),
        );
        return among(columns.paper, columns.papers.values, (id) => ids.has(id));
      }
      case 'by':
        return among(columns.byline, columns.bylines.values, (byline) => isNamed(byline, filter));
      case 'kind': {
        const kind = columns.kinds.numberOf(filter.kind);
        return (row) => columns.kind[row] === kind;
      }
      case 'is': {
        const state = columns.states.numberOf(filter.state);
        return (row) => columns.state[row] === state;
      }
      case 'has':
        if (filter.what === 'highlight') return (row) => columns.marked[row] === 1;
        if (filter.what === 'note') return (row) => columns.noted[row] === 1;
        return (row) => (columns.tags[row] as number) >= 0;
      case 'date': {
        const first = dayNumber(filter.from);
        const last = filter.to === undefined ? LAST_DAY : dayNumber(filter.to);
        const { from, to } = columns;
        return (row) => (to[row] as number) >= Math.max(1, first) && (from[row] as number) <= last;
      }
    }
  };
}
