import { shortId } from '../store/ids.ts';
import { fileName, nameKey } from './file-names.ts';
import type { Manifest } from './manifest.ts';
import type { Place } from './place.ts';

/** The files of a vault as planning sees them. Whole folders are read only when a question needs it, and once in a run. */
export type VaultFiles = ReturnType<typeof openVaultFiles>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ID_LINE = /^jianbao_id:[ \t]*["']?([0-9a-hjkmnp-tv-z]{10})["']?[ \t]*\r?$/m;
/** The same as Logseq writes a property of a page. */
const ID_PROPERTY = /^\ufeff?(?:[\w-]+::.*\r?\n)*?jianbao-id:: ([0-9a-hjkmnp-tv-z]{10})\r?\n/;
/** A block of Obsidian, an anchor of plain Markdown, a block of Logseq. */
const BLOCK_LINK = /#\^?jb-([0-9a-hjkmnp-tv-z]{10})|\(\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)\)/g;

export function openVaultFiles(place: Place, { entries }: Manifest, isNew: boolean) {
  /** Names given in this run or an earlier one; two articles never share a file on any system. */
  const taken = new Set([...entries.values()].map((entry) => nameKey(entry.path)));
  const onDisk = new Map<string, Set<string>>();
  let scanned: Promise<{ byId: Map<string, string>; links: Set<string> }> | undefined;

  async function scan() {
    const byId = new Map<string, string>();
    const links = new Set<string>();
    for await (const path of place.markdownFiles()) {
      const text = (await place.read(path).catch(() => undefined))?.toString('utf8') ?? '';
      const yaml = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^---/m.exec(text)?.[1];
      const id = yaml?.match(ID_LINE)?.[1] ?? ID_PROPERTY.exec(text)?.[1];
      if (id !== undefined && !byId.has(id)) byId.set(id, path);
      for (const [, short, uuid = ''] of text.matchAll(BLOCK_LINK)) links.add(short ?? shortId(uuid));
    }
    return { byId, links };
  }

  async function namesIn(folder: string): Promise<Set<string>> {
    let names = onDisk.get(folder);
    if (!names) {
      names = new Set((await place.names(folder)).map(nameKey));
      onDisk.set(folder, names);
    }
    return names;
  }

  return {
    /** Where an article's file is: where we put it, or wherever a person moved it. */
    async find(known: string | undefined, id: string, wished: string): Promise<string | undefined> {
      if (known !== undefined && (await place.exists(known))) return known;
      // Without a record the file may still be there: the record was lost, or the run that wrote it was killed.
      if (known === undefined && !isNew && !(await place.exists(wished))) return undefined;
      scanned ??= scan();
      return (await scanned).byId.get(id);
    },
    /** The text of a file; undefined when it is gone or is no UTF-8. */
    async read(path: string): Promise<string | undefined> {
      const bytes = await place.read(path);
      try {
        return bytes && utf8.decode(bytes);
      } catch {
        return undefined;
      }
    },
    /** Which of these highlights some note in the vault points at. */
    async linked(ids: readonly string[]): Promise<string[]> {
      if (ids.length === 0) return [];
      scanned ??= scan();
      const { links } = await scanned;
      return ids.filter((id) => links.has(id));
    },
    /** A name that no other file has, on any of the systems. */
    async freeName(wish: string, remark = ''): Promise<string> {
      const folder = wish.slice(0, Math.max(0, wish.lastIndexOf('/')));
      const names = await namesIn(folder);
      for (let number = 1; ; number += 1) {
        const path = fileName(wish, [remark, number === 1 ? '' : `${number}`].filter((part) => part !== '').join(' '));
        const name = nameKey(path.slice(folder === '' ? 0 : folder.length + 1));
        if (taken.has(nameKey(path)) || names.has(name)) continue;
        taken.add(nameKey(path));
        names.add(name);
        return path;
      }
    },
  };
}
