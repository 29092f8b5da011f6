import type { ArticleId, TagId } from '#contract/ids.ts';
import type { Act } from '../store/act.ts';
import { articleWrites } from '../store/article-writes.ts';
import type { WriteDb } from '../store/database.ts';
import { type TagChange, tagReads, tagWrites } from '../store/tags.ts';

export interface TagInput {
  readonly articles: readonly ArticleId[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export interface TagsChanged {
  readonly made: readonly { readonly id: TagId; readonly path: string }[];
  readonly added: readonly TagChange[];
  readonly removed: readonly TagChange[];
}

/** Adds and removes tags on many articles at once; a tag both added and removed is added. */
export function applyTags(db: WriteDb): Act<TagInput, TagsChanged> {
  const tags = { ...tagReads(db), ...tagWrites(db) };
  const { touch } = articleWrites(db);
  return {
    action: 'tag.apply',
    topics: ['tags', 'articles'],
    do({ articles, add, remove }, at) {
      const adding = [...new Set(add)];
      const made: { id: TagId; path: string }[] = [];
      const added: TagChange[] = [];
      const removed: TagChange[] = [];
      for (const path of adding) {
        const tag = tags.findOrMake(path, at);
        const gained = tags.add(tag.id, articles);
        if (gained.length === 0 && tag.made) tags.dropUnused(tag.id);
        else if (tag.made) made.push({ id: tag.id, path });
        if (gained.length > 0) added.push({ tag: tag.id, articles: gained });
      }
      for (const path of new Set(remove)) {
        const tag = adding.includes(path) ? undefined : tags.findByPath(path);
        const lost = tag === undefined ? [] : tags.remove(tag, articles);
        if (tag !== undefined && lost.length > 0) removed.push({ tag, articles: lost });
      }
      const touched = articlesOf({ added, removed });
      touch(touched, at);
      return { payload: { made, added, removed }, count: touched.length };
    },
    undo({ made, added, removed }, at) {
      touch(articlesOf({ added, removed }), at);
      for (const change of added) tags.remove(change.tag, change.articles);
      for (const change of removed) tags.add(change.tag, change.articles);
      for (const tag of made) tags.dropUnused(tag.id);
    },
    redo({ made, added, removed }, at) {
      touch(articlesOf({ added, removed }), at);
      for (const tag of made) tags.remake(tag.id, tag.path, at);
      for (const change of added) tags.add(change.tag, change.articles);
      for (const change of removed) tags.remove(change.tag, change.articles);
    },
  };
}

function articlesOf({ added, removed }: Pick<TagsChanged, 'added' | 'removed'>): ArticleId[] {
  return [...new Set([...added, ...removed].flatMap((change) => change.articles))];
}
