import type { SearchId } from '#contract/ids.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { Act } from '../store/act.ts';
import type { WriteDb } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { packTails, savedSearchReads, savedSearchWrites } from '../store/saved-searches.ts';

/** A saved search as the journal keeps it: what it had found when somebody last looked, in base64. */
export interface KeptSearch extends SavedSearch {
  readonly seen: string;
}

export interface SearchToSave {
  readonly name: string;
  readonly text: string;
  /** What it finds now. */
  readonly tails: Float64Array;
}

export function saveSearch(db: WriteDb): Act<SearchToSave, KeptSearch> {
  const { put, drop } = savedSearchWrites(db);
  return {
    action: 'search.save',
    topics: ['searches'],
    do({ name, text, tails }, at) {
      const seen = packTails(tails);
      const saved: SavedSearch = { id: newId<SearchId>(at), name, text, createdAt: at };
      put(saved, seen);
      return { payload: { ...saved, seen: seen.toString('base64') }, count: 1 };
    },
    undo: ({ id }) => void drop(id),
    redo: ({ seen, ...saved }) => put(saved, Buffer.from(seen, 'base64')),
  };
}

/** The name it had and the one it has. */
export interface SearchRenamed {
  readonly id: SearchId;
  readonly before: string;
  readonly after: string;
}

export function renameSearch(db: WriteDb): Act<Pick<SavedSearch, 'id' | 'name'>, SearchRenamed | null> {
  const { find } = savedSearchReads(db);
  const { rename } = savedSearchWrites(db);
  return {
    action: 'search.rename',
    topics: ['searches'],
    do({ id, name }) {
      const before = find(id)?.name;
      if (before === undefined || before === name) return { payload: null, count: 0 };
      rename(id, name);
      return { payload: { id, before, after: name }, count: 1 };
    },
    undo(payload) {
      if (payload) rename(payload.id, payload.before);
    },
    redo(payload) {
      if (payload) rename(payload.id, payload.after);
    },
  };
}

export function removeSavedSearch(db: WriteDb): Act<SearchId, KeptSearch | null> {
  const { find } = savedSearchReads(db);
  const { put, drop } = savedSearchWrites(db);
  return {
    action: 'search.remove',
    topics: ['searches'],
    do(id) {
      const saved = find(id);
      if (!saved) return { payload: null, count: 0 };
      drop(id);
      return { payload: { ...saved, seen: saved.seen.toString('base64') }, count: 1 };
    },
    undo(payload) {
      if (payload) put(payload, Buffer.from(payload.seen, 'base64'));
    },
    redo(payload) {
      if (payload) drop(payload.id);
    },
  };
}
