import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { correctionList } from '#archive/correction-list.ts';
import { exportVault } from '#archive/export/vault.ts';
import type { ExportEvent } from '#contract/exports.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store, temporaryArchive } from '../temporary-archive.ts';

/** Where the ferry's article belongs. */
export const FILE = '江城日报/2023/2023-10-18 渡口新添两艘渡船.md';

const ferry = documentOf(
  [
    {
      title: '渡口新添两艘渡船',
      byline: '本报记者 宋红敏',
      paragraphs: ['昨日，渡口新添3~5艘渡船。', '- 3.1%的船员来自邻县。', '1978. 那年还没有桥。'],
    },
  ],
  { publication: '江城日报', date: { edtf: '2023-10-18', printed: null, inferred: false }, language: 'zh-CN' },
);

export type VaultFixture = Awaited<ReturnType<typeof vaultFixture>>;

/** An archive and an empty folder to export it to. */
export async function vaultFixture(options: Parameters<typeof temporaryArchive>[0] = {}) {
  const here = await temporaryArchive(options);
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'jianbao-vault-')));
  const read = (path = FILE) => readFileSync(join(dir, path), 'utf8');
  return {
    here,
    dir,
    read,
    async addFerry(): Promise<ArticleId> {
      return (await store(here, ferry)).articles[0] as ArticleId;
    },
    async run(options: Partial<Parameters<typeof exportVault>[0]> = {}): Promise<ExportEvent[]> {
      const ids = await here.client.articles.ids({});
      const events: ExportEvent[] = [];
      const db = here.archive.context.reader;
      const correctionsOf = correctionList(db).inTexts();
      const runTemplate = here.archive.context.templates.run;
      const all = { db, dir, ids, correctionsOf, runTemplate, timeZone: 'Asia/Shanghai', ...options };
      for await (const event of exportVault(all)) events.push(event);
      return events;
    },
    /** A person edits a file. */
    edit(change: (text: string) => string, path = FILE): void {
      const text = read(path);
      const changed = change(text);
      if (changed === text) throw new Error('the edit changed nothing');
      writeFileSync(join(dir, path), changed);
    },
    /** Every file with the moment it was written and its length. */
    snapshot(): Record<string, string> {
      return Object.fromEntries(
        readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((item) => item.isFile())
          .map((item) => join(item.parentPath, item.name))
          .map((path) => [
            path.slice(dir.length + 1),
            `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8').length}`,
          ]),
      );
    },
    async mark(article: ArticleId, words: string, rest: object = {}) {
      const { body } = await here.client.articles.get({ id: article });
      const start = body.indexOf(words);
      const span = { start, end: start + words.length };
      return (await here.client.annotations.create({ article, span, colour: 'fact', ...rest })).annotation;
    },
    async close(): Promise<void> {
      await here.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A new one for each test of the file. */
export function vaultForEach() {
  let now: VaultFixture;
  beforeEach(async () => {
    now = await vaultFixture();
  });
  afterEach(() => now.close());
  return {
    get here() {
      return now.here;
    },
    get dir() {
      return now.dir;
    },
    addFerry: () => now.addFerry(),
    run: (...args: Parameters<VaultFixture['run']>) => now.run(...args),
    read: (...args: Parameters<VaultFixture['read']>) => now.read(...args),
    snapshot: () => now.snapshot(),
    edit: (...args: Parameters<VaultFixture['edit']>) => now.edit(...args),
    mark: (...args: Parameters<VaultFixture['mark']>) => now.mark(...args),
  };
}

/** What happened to each file. */
export function results(events: readonly ExportEvent[]) {
  return events.flatMap((event) =>
    event.state === 'progress' || event.state === 'finished' ? [] : [{ state: event.state, path: event.path }],
  );
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** A moment in milliseconds as front matter writes it. */
export const timeInShanghai = (at: number) => SHANGHAI.format(at).replace(' ', 'T');
