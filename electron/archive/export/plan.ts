import type { Annotation, ColourNames } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { shortId } from '../store/ids.ts';
import { hashOf, type Ours, writtenOf } from './file-form.ts';
import { fileName } from './file-names.ts';
import { type FolderNames, type Labels, labelsFor, withColourNames } from './labels.ts';
import type { Entry } from './manifest.ts';
import { PROFILES } from './profiles.ts';
import type { Properties } from './properties.ts';
import type { RegionName, Regions } from './render.ts';
import type { VaultFiles } from './vault-files.ts';

/** What is to be done for one article. Nothing has been written yet: a dry run ends here. */
export interface Plan {
  readonly state: 'written' | 'unchanged' | 'kept' | 'missing';
  readonly path: string;
  readonly aside?: string;
  readonly reason?: 'front_matter_broken' | 'conflict';
  /** Moved first, then written. */
  readonly move?: { readonly from: string; readonly to: string };
  readonly write?: { readonly path: string; readonly text: string };
  /** What the manifest says afterwards. */
  readonly entry: Entry | undefined;
}

export interface PlanSources {
  readonly article: Article;
  /** None of them confidential. */
  readonly marks: readonly Annotation[];
  /** What is corrected in its text, the oldest first. */
  readonly corrections: readonly Correction[];
  readonly archive: string;
  readonly timeZone: string;
  readonly folders: FolderNames;
  readonly colourNames: ColourNames;
  readonly profile: ExportProfile;
  readonly amount: ExportAmount;
  readonly entry: Entry | undefined;
  readonly files: VaultFiles;
}

/** Undefined for an article of which nothing is wanted. */
export async function planArticle(sources: PlanSources): Promise<Plan | undefined> {
  const { article, archive, folders, colourNames, marks, entry, files, profile } = sources;
  if (!entry && sources.amount === 'marks' && marks.length === 0 && article.note.trim() === '') return undefined;
  const { form, path: pathOf } = PROFILES[profile];
  const labels = withColourNames(labelsFor(article), colourNames);
  const wish = pathOf(article, labels, folders);
  const at = await files.find(entry?.path, shortId(article.id), fileName(wish));
  if (entry && at === undefined) return { state: 'missing', path: entry.path, entry };

  const shown = marks.map((mark) => mark.shortId);
  const removed = await files.linked(entry?.marks.filter((id) => !shown.includes(id)) ?? []);
  const ours = renderOurs(sources, removed, labels, wish);
  const { properties, heading, regions } = writtenOf(ours);
  const next = {
    article: article.id,
    archive,
    wish,
    profile,
    properties: properties as Entry['properties'],
    heading,
    regions,
    marks: [...shown, ...removed],
  };
  const writtenNew = (path: string): Plan => {
    const text = form.render(ours, labels);
    return { state: 'written', path, write: { path, text }, entry: { ...next, path, file: hashOf(text) } };
  };
  if (at === undefined) return writtenNew(await files.freeName(wish));

  const file = await files.read(at);
  // By far the usual case, and it needs no YAML.
  if (entry && entry.path === at && file !== undefined && isSettled(entry, next, file)) {
    return entry.conflicts
      ? { state: 'kept', path: at, reason: 'conflict', entry }
      : { state: 'unchanged', path: at, entry };
  }
  const isOther = entry !== undefined && entry.profile !== profile;
  if (isOther && entry.path === at && file !== undefined && entry.file === hashOf(file)) {
    // Nobody touched it since it was written for another reader: it is written anew for this one.
    const path = entry.wish === wish ? at : await files.freeName(wish);
    return { ...writtenNew(path), ...(path !== at && { move: { from: at, to: path } }) };
  }
  const merge =
    file === undefined || isOther ? ({ state: 'conflict' } as const) : form.merge(file, ours, entry, labels);
  if (merge.state !== 'merged') {
    const plan = await planAside(at, ours, labels, entry ?? unknown(next, at), sources);
    return merge.state === 'front_matter_broken' ? { ...plan, reason: merge.state } : plan;
  }
  // A file that a person moved stays where they put it.
  const renamed = entry !== undefined && entry.path === at && entry.wish !== wish;
  const path = renamed ? await files.freeName(wish) : at;
  const changed = merge.text !== file;
  const hasConflict = Object.keys(merge.conflicts).length > 0;
  return {
    state: hasConflict ? 'kept' : changed || renamed ? 'written' : 'unchanged',
    path,
    ...(hasConflict && { reason: 'conflict' }),
    ...(renamed && { move: { from: at, to: path } }),
    ...(changed && { write: { path, text: merge.text } }),
    entry: { ...next, path, file: hashOf(merge.text), ...(hasConflict && { conflicts: merge.conflicts }) },
  };
}

/** Nobody touched the file since we left it, and we have nothing new to say. */
function isSettled(entry: Entry, next: Omit<Entry, 'path' | 'file'>, file: string): boolean {
  if (entry.file !== hashOf(file) || entry.profile !== next.profile) return false;
  const { wish, properties, heading, regions, marks } = entry;
  const said = JSON.stringify([wish, heading, marks, Object.entries(properties), Object.entries(regions)]);
  return (
    said ===
    JSON.stringify([next.wish, next.heading, next.marks, Object.entries(next.properties), Object.entries(next.regions)])
  );
}

/** The article is in the trash, or gone: its file stays and says so. Undefined when there is nothing to do. */
export async function planDeleted(entry: Entry, files: VaultFiles): Promise<Plan | undefined> {
  const properties: Properties = { ...entry.properties, jianbao_state: 'deleted' };
  if (entry.properties.jianbao_state === 'deleted') return undefined;
  const at = await files.find(entry.path, String(entry.properties.jianbao_id ?? ''), entry.path);
  const file = at === undefined ? undefined : await files.read(at);
  if (at === undefined || file === undefined) return undefined;
  const merge = PROFILES[entry.profile].form.mergeProperties(file, properties, entry.properties);
  if (merge.state !== 'merged') return { state: 'kept', path: at, reason: 'front_matter_broken', entry };
  return {
    state: merge.text === file ? 'unchanged' : 'written',
    path: at,
    ...(merge.text !== file && { write: { path: at, text: merge.text } }),
    entry: { ...entry, path: at, file: hashOf(merge.text), properties: properties as Entry['properties'] },
  };
}

function renderOurs(sources: PlanSources, removed: readonly string[], labels: Labels, wish: string): Ours {
  const { article, marks, corrections, archive, timeZone, profile, amount } = sources;
  const { properties, heading, regions } = PROFILES[profile];
  return {
    properties: properties({ article, corrections: corrections.length, archive, timeZone, labels, wish }),
    heading: heading(article, labels),
    regions: only(amount, regions({ article, marks, corrections, removed, archive, timeZone, labels })),
  };
}

const LEFT_OUT: Readonly<Record<ExportAmount, readonly RegionName[]>> = {
  both: [],
  marks: ['text', 'corrections'],
  text: ['note', 'highlights'],
};

function only(amount: ExportAmount, regions: Regions): Regions {
  return Object.fromEntries(Object.entries(regions).filter(([name]) => !LEFT_OUT[amount].includes(name as RegionName)));
}

/**
 * The file is a person's now: ours is written beside it, once for each text. An older one of ours that nobody touched is
 * replaced; one they removed or changed is left as it is.
 */
async function planAside(
  at: string,
  ours: Ours,
  labels: Labels,
  entry: Entry,
  { files, profile }: Pick<PlanSources, 'files' | 'profile'>,
): Promise<Plan> {
  const { jianbao_id, ...properties } = ours.properties;
  // The id stays with the person's file, so that the next export finds that one.
  const aside = { ...ours, properties: { ...properties, jianbao_new_version_of: jianbao_id ?? '' } };
  const text = PROFILES[profile].form.render(aside, labels);
  const hash = hashOf(text);
  const known = entry.aside;
  if (known?.hash === hash) {
    return { state: 'kept', path: at, aside: known.path, entry: { ...entry, path: at } };
  }
  const old = known && (await files.read(known.path));
  const base = `${at.replace(/\.md$/, '')}`;
  const path =
    known && old !== undefined && hashOf(old) === known.hash
      ? known.path
      : await files.freeName(base, labels.newVersion);
  return {
    state: 'kept',
    path: at,
    aside: path,
    write: { path, text },
    entry: { ...entry, path: at, aside: { path, hash } },
  };
}

/** A file with our id of which we do not know what we wrote: all of it counts as the person's. */
function unknown(next: Omit<Entry, 'path' | 'file'>, path: string): Entry {
  const regions = Object.fromEntries(Object.keys(next.regions).map((name) => [name as RegionName, '']));
  return { ...next, path, file: '', properties: {}, heading: '', regions };
}
