import type { TemplateId } from '#contract/ids.ts';
import type { Template } from '#contract/templates.ts';
import type { Act } from '../store/act.ts';
import type { WriteDb } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { templateReads, templateWrites } from '../store/templates.ts';

/** A template as it was and as it is; null where it was not or is no more. */
export interface TemplateChanged {
  readonly before: Template | null;
  readonly after: Template | null;
}

export function saveTemplate(db: WriteDb): Act<Omit<Template, 'id'>, TemplateChanged & { readonly after: Template }> {
  const { put } = templateWrites(db);
  return {
    ...takingBack(db, 'template.save'),
    do(input, at) {
      const after = { ...input, id: newId<TemplateId>(at) };
      put(after);
      return { payload: { before: null, after }, count: 1 };
    },
  };
}

export interface TemplateChange {
  readonly id: TemplateId;
  readonly name?: string | undefined;
  readonly profile?: Template['profile'] | undefined;
  readonly source?: string | undefined;
}

export function changeTemplate(db: WriteDb): Act<TemplateChange, TemplateChanged> {
  const { find } = templateReads(db);
  const { put } = templateWrites(db);
  return {
    ...takingBack(db, 'template.change'),
    do({ id, ...change }) {
      const before = find(id) ?? null;
      if (!before) return { payload: { before, after: null }, count: 0 };
      const { name = before.name, profile = before.profile, source = before.source } = change;
      if (before.name === name && before.profile === profile && before.source === source)
        return { payload: { before, after: before }, count: 0 };
      const after = { id, name, profile, source };
      put(after);
      return { payload: { before, after }, count: 1 };
    },
  };
}

export function removeTemplate(db: WriteDb): Act<TemplateId, TemplateChanged> {
  const { find } = templateReads(db);
  const { drop } = templateWrites(db);
  return {
    ...takingBack(db, 'template.remove'),
    do(id) {
      const before = find(id) ?? null;
      if (before) drop(id);
      return { payload: { before, after: null }, count: before ? 1 : 0 };
    },
  };
}

function takingBack(db: WriteDb, action: string): Omit<Act<never, TemplateChanged>, 'do'> {
  const { put, drop } = templateWrites(db);
  function become(one: Template | null, other: Template | null): void {
    if (one) put(one);
    else if (other) drop(other.id);
  }
  return {
    action,
    topics: ['templates'],
    undo: ({ before, after }) => become(before, after),
    redo: ({ before, after }) => become(after, before),
  };
}
