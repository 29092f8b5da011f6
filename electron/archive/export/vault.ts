import type { ExportEvent } from '#contract/exports.ts';
import type { ArticleId } from '#contract/ids.ts';
import type { DailyChoice, KnownVault, VaultPreview } from '#contract/vault.ts';
import type { articleReads } from '../store/articles.ts';
import { type ToldDays, tellDaily } from './daily-notes.ts';
import {
  type Entry,
  entryLine,
  headerLine,
  type Manifest,
  parseManifest,
  renderManifest,
  type VaultHabits,
} from './manifest.ts';
import { openVault, summariesOf, type VaultSources } from './open-vault.ts';
import { MANIFEST_PATH, openPlace, type Place, reasonOf } from './place.ts';
import { type Plan, planDeleted } from './plan.ts';
import { TemplateStopped } from './template-fault.ts';

export interface VaultOptions extends VaultSources {
  /** The folder a person chose. */
  readonly dir: string;
  /** Says what would happen and writes nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** New marks go into the notes of their days as well. */
  readonly daily?: DailyChoice | undefined;
}

const PROGRESS_EVERY = 100;

/** Runs under way, by folder: two at once would each write what the other does not know. */
const running = new Map<string, Promise<void>>();

/**
 * Writes articles as Markdown files that people can live in: what they add stays, what is ours follows the archive, and
 * a run with nothing changed writes nothing. Each file is written whole or not at all. Confidential highlights stay in
 * the archive. A cancelled or killed run leaves whole files, and the next one goes on from there.
 * @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE before anything is written
 * @throws TemplateStopped before anything is written where the template is new to the folder
 */
export async function* exportVault(options: VaultOptions): AsyncGenerator<ExportEvent> {
  const { dir, dryRun = false } = options;
  while (running.has(dir)) await running.get(dir);
  const { promise, resolve } = Promise.withResolvers<void>();
  running.set(dir, promise);
  try {
    yield* exportInto(await openPlace(dir, { writing: !dryRun }), options);
  } finally {
    running.delete(dir);
    resolve();
  }
}

/**
 * What the file of one article would say, beside what it says now. Nothing is written.
 * @throws PlaceError NO_SUCH_PLACE
 */
export async function previewFile(options: VaultOptions, id: ArticleId): Promise<VaultPreview | null> {
  const place = await openPlace(options.dir, { writing: false });
  const { find, plan, manifest, files } = await openVault(place, options);
  const article = find(id);
  const planned = article && (await plan(article, manifest.entries.get(id)));
  if (!planned) return null;
  const { state, path, aside, move, write } = planned;
  const before = state === 'missing' ? undefined : await files.read(move?.from ?? write?.path ?? path);
  return { path: aside ?? path, before: before ?? null, after: write?.text ?? before ?? '' };
}

/**
 * What a folder was exported to as; null where nothing was.
 * @throws PlaceError NO_SUCH_PLACE
 */
export async function habitsOf(dir: string): Promise<KnownVault | null> {
  const place = await openPlace(dir, { writing: false });
  const { profile, amount, template, entries } = parseManifest((await place.read(MANIFEST_PATH))?.toString('utf8'));
  return profile && amount ? { profile, amount, template: template ?? null, files: entries.size } : null;
}

async function* exportInto(place: Place, options: VaultOptions): AsyncGenerator<ExportEvent> {
  const { ids, dryRun = false, signal } = options;
  const vault = await openVault(place, options);
  const { manifest, habits, archive, files } = vault;
  const isNamed = [options.profile, options.amount, options.template].some((each) => each !== undefined);
  const record = openRecord({ place, manifest, habits, stored: vault.isStored, isNamed, dryRun });
  // Before anything is written: a template that fails in the last article has written none.
  if (vault.isTemplateNew) for (const id of ids) await vault.tryTemplate(id, signal);
  if (!dryRun) await place.sweep();
  await record.begin();

  const gone = deletedEntries(manifest, archive, vault.articles);
  const steps = [...ids.map((id) => ({ id, entry: manifest.entries.get(id), deleted: false })), ...gone];
  const counts = { written: 0, unchanged: 0, kept: 0, missing: 0, failed: 0 };
  let toldAt = 0;
  for (const [done, { id, entry, deleted }] of steps.entries()) {
    if (signal?.aborted) break;
    if (Date.now() - toldAt >= PROGRESS_EVERY) {
      toldAt = Date.now();
      yield { state: 'progress', done, of: steps.length };
    }
    let path = entry?.path ?? '';
    try {
      let plan: Plan | undefined;
      if (deleted) plan = entry && (await planDeleted(entry, files));
      else {
        const article = vault.find(id);
        if (!article) continue;
        path ||= vault.wishedFile(article);
        plan = await vault.plan(article, entry);
      }
      if (!plan) continue;
      if (!dryRun) await apply(plan, place);
      await record.keep(plan.entry);
      counts[plan.state] += 1;
      const { state, aside, reason } = plan;
      const isNew = state === 'written' && entry === undefined;
      yield {
        state,
        article: id,
        path: plan.path,
        ...(isNew && { isNew }),
        ...(aside && { aside }),
        ...(reason && { reason }),
      };
    } catch (error) {
      if (error instanceof TemplateStopped) {
        await record.close();
        throw error;
      }
      const reason = reasonOf(error);
      counts.failed += 1;
      yield { state: 'failed', article: id, path, reason };
      // The rest would fail alike.
      if (reason === 'disk_full' || !(await place.isThere())) break;
    }
  }
  await record.close();
  let daily: ToldDays | undefined;
  if (options.daily && !dryRun && !signal?.aborted) {
    const { db, confidential: withConfidential = false } = options;
    const now = options.now?.() ?? Date.now();
    const common = { db, place, entries: manifest.entries, timeZone: habits.timeZone, withConfidential, now };
    daily = await tellDaily({ ...common, folder: options.daily.folder });
    counts.failed += daily.failed.length;
  }
  yield { state: 'progress', done: steps.length, of: steps.length };
  yield { state: 'finished', ...counts, ...(daily && { daily }), cancelled: signal?.aborted ?? false };
}

async function apply({ move, write }: Plan, place: Place): Promise<void> {
  if (move) await place.move(move.from, move.to);
  if (write) await place.write(write.path, write.text);
}

/** Files of this archive whose articles are in the trash or gone. */
function deletedEntries({ entries }: Manifest, archive: string, articles: ReturnType<typeof articleReads>) {
  const own = [...entries.values()].filter((entry) => entry.archive === archive);
  const present = new Set<string>();
  const ids = own.map((entry) => entry.article);
  for (const { id, deletedAt } of summariesOf(ids, articles)) if (deletedAt === null) present.add(id);
  return own
    .filter((entry) => !present.has(entry.article))
    .map((entry) => ({ id: entry.article, entry, deleted: true }));
}

interface RecordSources {
  readonly place: Place;
  readonly manifest: Manifest;
  readonly habits: VaultHabits;
  /** The vault has a manifest already. */
  readonly stored: boolean;
  /** Somebody said what the vault is to be. */
  readonly isNamed: boolean;
  readonly dryRun: boolean;
}

/** Keeps the manifest in step with the files: a line for each change at once, the whole tidied at the end. */
function openRecord({ place, manifest, habits, isNamed, dryRun, ...begun }: RecordSources) {
  let { stored } = begun;
  let changes = 0;
  const said = ({ profile, amount, template }: Pick<Manifest, 'profile' | 'amount' | 'template'>) =>
    JSON.stringify([profile, amount, template?.name, template?.source]);
  const isNew = said(manifest) !== said(habits);
  return {
    /** What a vault is to be from now on is known before its first file, so that a run that was killed goes on so. */
    async begin(): Promise<void> {
      if (dryRun || !isNew || (!stored && !isNamed)) return;
      await place.write(MANIFEST_PATH, renderManifest(manifest, habits));
      stored = true;
    },
    async keep(entry: Entry | undefined): Promise<void> {
      if (dryRun || !entry) return;
      const known = manifest.entries.get(entry.article);
      if (known === entry) return;
      const line = entryLine(entry);
      if (known && entryLine(known) === line) return;
      manifest.entries.set(entry.article, entry);
      if (!stored) await place.write(MANIFEST_PATH, headerLine(habits));
      stored = true;
      await place.append(MANIFEST_PATH, line);
      changes += 1;
    },
    async close(): Promise<void> {
      // Only tidying: where it fails the lines that were added say the same.
      if (changes > 0) await place.write(MANIFEST_PATH, renderManifest(manifest, habits)).catch(() => undefined);
      await place.syncFolders();
    },
  };
}
