import type { TemplateId } from '#contract/ids.ts';
import type { ExportTemplate } from '#contract/template.ts';
import type { Template } from '#contract/templates.ts';
import type { ReadDb, WriteDb } from './database.ts';

export function templateReads(db: ReadDb) {
  const all = db.prepare<[], Template>('SELECT id, name, profile, source FROM template ORDER BY name, id');
  const byId = db.prepare<[TemplateId], Template>('SELECT id, name, profile, source FROM template WHERE id = ?');
  const byName = db.prepare<[string], Template>(
    'SELECT id, name, profile, source FROM template WHERE name = ? ORDER BY id LIMIT 1',
  );
  return {
    all: (): Template[] => all.all(),
    /** What an export needs of the first of that name. */
    named(name: string | undefined): ExportTemplate | undefined {
      const found = name === undefined ? undefined : byName.get(name);
      return found && { name: found.name, source: found.source };
    },
    find: (id: TemplateId): Template | undefined => byId.get(id),
  };
}

export function templateWrites(db: WriteDb) {
  const put = db.prepare<[TemplateId, string, string, string]>(`
    INSERT INTO template (id, name, profile, source) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, profile = excluded.profile, source = excluded.source`);
  const drop = db.prepare<[TemplateId]>('DELETE FROM template WHERE id = ?');
  return {
    put: ({ id, name, profile, source }: Template): void => void put.run(id, name, profile, source),
    drop: (id: TemplateId): void => void drop.run(id),
  };
}
