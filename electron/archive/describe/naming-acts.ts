import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { NameParts } from '#contract/name-rule.ts';
import type { Act } from '../store/act.ts';
import { articleReads } from '../store/articles.ts';
import type { WriteDb } from '../store/database.ts';
import { joinWrites } from '../store/joins.ts';
import { type Placement, placementReads, placementWrites } from '../store/placements.ts';
import type { Terms } from '../store/texts.ts';

export interface NamedSources {
  readonly rule: string;
  readonly sources: readonly { readonly source: SourceId; readonly parts: NameParts }[];
}

export interface Placed {
  readonly rule: string;
  readonly sources: readonly SourceId[];
  readonly articles: readonly (readonly [article: ArticleId, before: Placement, after: Placement])[];
}

/** What a naming rule says of files that are in the archive already: where their articles were printed. */
export function placeByNames(db: WriteDb, terms: Terms): Act<NamedSources, Placed> {
  const articles = articleReads(db);
  const { apart } = joinWrites(db, terms);
  const placements = { ...placementReads(db), ...placementWrites(db) };

  function placed(source: SourceId, before: Placement, parts: NameParts, at: number): Placement {
    const isSameDay = parts.date === null || parts.date === before.date;
    const after = {
      publication: parts.publication ?? before.publication,
      date: parts.date ?? before.date,
      // Nothing of a day that is read off a name is printed.
      printed: isSameDay ? before.printed : null,
      inferred: isSameDay ? before.inferred : (1 as const),
      page: parts.pageLabel ?? before.page,
      section: parts.section ?? before.section,
    };
    const page = placements.pageOf(after, source, at);
    const [first, ...others] = before.pages;
    return {
      ...after,
      pages: page === undefined ? before.pages : [[page, first?.[1] ?? 0], ...others.filter(([id]) => id !== page)],
    };
  }

  return {
    action: 'source.name_rule',
    topics: ['articles'],
    do({ rule, sources }, at) {
      const ids = sources.map(({ source }) => source);
      // A joined article stands on the other's page too, and only its own is named by this file.
      const changed = apart(ids, at, () =>
        sources.flatMap(({ source, parts }) =>
          articles.ofSource(source).flatMap((id) => {
            const before = placements.placement(id);
            const after = before && placed(source, before, parts, at);
            if (!before || !after || JSON.stringify(before) === JSON.stringify(after)) return [];
            placements.put(id, after, at);
            return [[id, before, after] as const];
          }),
        ),
      );
      return { payload: { rule, sources: ids, articles: changed }, count: changed.length };
    },
    undo({ sources, articles: changed }, at) {
      apart(sources, at, () => {
        for (const [id, before] of changed) placements.put(id, before, at);
      });
    },
    redo({ sources, articles: changed }, at) {
      apart(sources, at, () => {
        for (const [id, , after] of changed) placements.put(id, after, at);
      });
    },
  };
}
