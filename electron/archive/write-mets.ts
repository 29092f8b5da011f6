import { setImmediate } from 'node:timers/promises';
import type { PagesEvent } from '#contract/bags.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { toAlto } from './exchange/alto.ts';
import { type MetsArticle, type MetsPage, toMets } from './exchange/mets.ts';
import { beginFolder, type FolderWriter } from './exchange/new-folder.ts';
import { printedPages } from './exchange/printed.ts';
import { freeFileName, nameKey, safeName } from './export/file-names.ts';
import { openPlace, PlaceError, reasonOf } from './export/place.ts';
import { type Issue, issuesOf, notesOf, openPageReads, type PageReads } from './mets-issues.ts';
import { openForReading } from './store/database.ts';
import { originalPath } from './store/originals.ts';
import { DATABASE } from './vacant.ts';

export interface WriteMetsOptions {
  /** The archive. */
  readonly from: string;
  /** The folder a person chose. */
  readonly dir: string;
  readonly title: string;
  /** Null: every page there is. */
  readonly ids: readonly ArticleId[] | null;
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The pages as they were corrected, a folder for each issue with METS and an ALTO file a page: whole or not at all, of
 * the archive as it is at this moment. What stands on no page (what was taken from the web, notes) is left out.
 * @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE before anything is written
 */
export async function* writeMets(options: WriteMetsOptions): AsyncGenerator<PagesEvent, void, void> {
  const { from, dir, title, ids, now, signal } = options;
  const place = await openPlace(dir, { writing: true });
  const name = freeFileName(title, '', await place.names(''));
  const db = openForReading(`${from}/${DATABASE}`);
  let folder: FolderWriter | undefined;
  let isKept = false;
  try {
    // What this connection sees from here on does not change.
    db.exec('BEGIN');
    const reads = openPageReads(db);
    const { issues, left } = issuesOf(db, ids);
    folder = await beginFolder(dir);
    const count = { issues: 0, pages: 0, articles: 0 };
    const taken = new Set<string>();
    for (const issue of issues) {
      yield { state: 'progress', done: count.issues, of: issues.length };
      await setImmediate();
      if (signal?.aborted) return;
      const made = await writeIssue(folder, reads, { issue, path: pathOf(issue, taken), from, now });
      count.issues += 1;
      count.pages += made.pages;
      count.articles += made.articles;
    }
    await folder.keep(name);
    isKept = true;
    yield { state: 'finished', name, ...count, left };
  } catch (error) {
    // What the system says of the place is told; anything else is a fault of ours and not hidden behind it.
    if (!(error instanceof PlaceError) && !(error instanceof Error && 'syscall' in error)) throw error;
    yield { state: 'failed', name, reason: reasonOf(error) };
  } finally {
    if (!isKept) await folder?.drop();
    db.close();
  }
}

/** `某某日报/2018/1105`: as the names of pages say paper and day, so that they are read off it again. */
function pathOf({ publication, date }: Issue, taken: Set<string>): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const parts = [
    safeName(publication) || '_',
    ...(year === undefined ? [safeName(date) || '_'] : [year, `${month}${day}`]),
  ];
  const path = parts.join('/');
  for (let number = 1; ; number += 1) {
    const wish = number === 1 ? path : `${path} (${number})`;
    if (taken.has(nameKey(wish))) continue;
    taken.add(nameKey(wish));
    return wish;
  }
}

interface IssueToWrite {
  readonly issue: Issue;
  readonly path: string;
  readonly from: string;
  readonly now: number;
}

async function writeIssue(folder: FolderWriter, reads: PageReads, { issue, path, from, now }: IssueToWrite) {
  const pages: MetsPage[] = [];
  const articles: MetsArticle[] = [];
  const names: string[] = [];
  let isMadeUp = false;
  for (const { source, label, language } of issue.pages) {
    const file = reads.source(source);
    const derivation = reads.derivation(source);
    const positions = reads.positions(source);
    const printed = printedPages(derivation, positions);
    const first = pages.length;
    const titles = new Map(derivation.articles.map(({ id, title }) => [id, title]));
    for (const [at, page] of printed.entries()) {
      isMadeUp ||= page.isMadeUp;
      const own = printed.length > 1 ? `${label || safeName(file.name)}-${at + 1}` : label || safeName(file.name);
      const stem = freeFileName(own.replace(/\.[a-z0-9]{1,8}$/i, ''), '', names);
      names.push(stem);
      const picture = await copyPicture(folder, reads, { source, at, from, to: `${path}/${stem}` });
      const alto = toAlto({ page, titles, picture: picture?.name ?? null, original: file, label, language, at: now });
      const written = await folder.add(`${path}/${stem}.xml`, alto);
      pages.push({ label, alto: { name: `${stem}.xml`, mediaType: 'application/xml', ...written }, picture });
    }
    for (const { id, title } of derivation.articles) articles.push({ id, title, blocks: areasOf(id, printed, first) });
  }
  const whole = issue.pages.length > 0 ? joinParts(articles, reads) : [];
  const { publication, date } = issue;
  const notes = notesOf(isMadeUp);
  await folder.add(`${path}/METS.xml`, toMets({ publication, date, pages, articles: whole, notes, at: now }));
  return { pages: pages.length, articles: whole.length };
}

function areasOf(article: string, printed: ReturnType<typeof printedPages>, first: number): MetsArticle['blocks'] {
  return printed.flatMap(({ blocks }, at) =>
    blocks
      .filter((block) => block.article === article)
      .map(({ id, role }) => ({ role, areas: [{ page: first + at, block: id }] })),
  );
}

/** A story that goes on on another page is one division. */
function joinParts(articles: readonly MetsArticle[], reads: PageReads): MetsArticle[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const parts = new Set(articles.flatMap(({ id }) => reads.partsOf(id as ArticleId)));
  return articles
    .filter(({ id }) => !parts.has(id as ArticleId))
    .map((article) => ({
      ...article,
      blocks: [
        ...article.blocks,
        ...reads.partsOf(article.id as ArticleId).flatMap((id) => byId.get(id)?.blocks ?? []),
      ],
    }));
}

interface PictureToCopy {
  readonly source: SourceId;
  readonly at: number;
  readonly from: string;
  /** Without its ending. */
  readonly to: string;
}

async function copyPicture(folder: FolderWriter, reads: PageReads, { source, at, from, to }: PictureToCopy) {
  const image = reads.image(source, at);
  if (!image) return null;
  const path = `${to}${image.mediaType === 'image/png' ? '.png' : '.jpg'}`;
  const written = await folder.copy(path, originalPath(from, image.sha256));
  return { name: path.slice(path.lastIndexOf('/') + 1), mediaType: image.mediaType, ...written };
}
