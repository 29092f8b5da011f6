import type { ArticleKind } from '#contract/derivation.ts';
import { FACET_VALUES, type SearchFacets } from '#contract/search.ts';
import type { ReadDb } from '../store/database.ts';
import { peopleOf } from './bylines.ts';
import type { Columns } from './columns.ts';
import { foldedText } from './fold.ts';
import { remembered } from './remembered.ts';
import { timeline } from './timeline.ts';

type Values = { readonly value: string; readonly count: number }[];

/** Counts of names that are one when folded; the first spelling stands for all. */
class Counts {
  readonly #counts = new Map<string, { value: string; count: number }>();

  add(value: string, by: number): void {
    const key = foldedText(value);
    const known = this.#counts.get(key);
    if (known) known.count += by;
    else this.#counts.set(key, { value, count: by });
  }

  most(): { values: Values; more: number } {
    const all = [...this.#counts.values()].sort(
      (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
    );
    return { values: all.slice(0, FACET_VALUES), more: Math.max(0, all.length - FACET_VALUES) };
  }
}

/** Counts what is told of the rows that a query found; nothing is looked for again. */
export function openFacets(db: ReadDb) {
  const tags = db.prepare<[], { id: string; path: string }>('SELECT id, path FROM tag ORDER BY path');
  const papers = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM publication');
  const peopleIn = remembered((byline) => distinct(peopleOf(byline)));

  return function count(rows: readonly number[], columns: Columns): SearchFacets {
    const inPaper = countIn(columns.paper, columns.papers.values, rows);
    const inByline = countIn(columns.byline, columns.bylines.values, rows);
    const inTags = countIn(columns.tags, columns.tagSets.values, rows);
    const inKind = countIn(columns.kind, columns.kinds.values, rows);
    const paperNames = new Map(papers.all().map(({ id, name }) => [id, name]));
    const byPaper = new Counts();
    for (const [id, count] of inPaper) byPaper.add(paperNames.get(id) ?? '', count);
    const byPerson = new Counts();
    for (const [byline, count] of inByline) for (const person of peopleIn(byline)) byPerson.add(person, count);
    const tagPaths = new Map(tags.all().map(({ id, path }) => [id, path]));
    const byTag = new Counts();
    for (const [set, count] of inTags) {
      const paths = set.split(',').flatMap((id) => tagPaths.get(id) ?? []);
      for (const path of distinct(paths.flatMap(withAncestors))) byTag.add(path, count);
    }
    const kinds = inKind
      .map(([value, count]) => ({ value: value as ArticleKind, count }))
      .sort((one, other) => other.count - one.count);
    const [paper, person, tag] = [byPaper.most(), byPerson.most(), byTag.most()];
    return {
      total: rows.length,
      papers: paper.values,
      people: person.values,
      tags: tag.values,
      kinds,
      more: { papers: paper.more, people: person.more, tags: tag.more },
      ...timeline(rows, columns),
    };
  };
}

/** How many of the rows have each value. A number of -1 stands for none. */
function countIn(column: Int32Array | Uint8Array, values: readonly string[], rows: readonly number[]) {
  const counts = new Uint32Array(values.length + 1);
  for (const row of rows) {
    const number = (column[row] as number) + 1;
    counts[number] = (counts[number] as number) + 1;
  }
  return values.flatMap((value, i): [string, number][] => {
    const count = counts[i + 1] as number;
    return count > 0 ? [[value, count]] : [];
  });
}

/** `就业/城镇/新增` is found by `tag:就业` and by `tag:就业/城镇` too. */
function withAncestors(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Names that are one when folded, once. */
function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [foldedText(name), name])).values()];
}
