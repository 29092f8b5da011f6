import type { ColourNames } from '#contract/annotations.ts';
import { shortId } from '../store/ids.ts';
import { type Ours, writtenOf } from './file-form.ts';
import { fileName } from './file-names.ts';
import { hashOf } from './hash.ts';
import { bothKept } from './kept-blocks.ts';
import { type FolderNames, type Labels, labelsFor, withColourNames } from './labels.ts';
import type { Entry } from './manifest.ts';
import { PROFILES } from './profiles.ts';
import type { Properties } from './properties.ts';
import type { RegionName } from './render.ts';
import { type OursSources, renderOurs, templateSeed } from './render-ours.ts';
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

export interface PlanSources extends OursSources {
  readonly folders: FolderNames;
  readonly colourNames: ColourNames;
  readonly entry: Entry | undefined;
  readonly files: VaultFiles;
  /** The moment of the run. */
  readonly now: number;
}

/** Undefined for an article of which nothing is wanted. */
export async function planArticle(sources: PlanSources): Promise<Plan | undefined> {
  const { article, folders, colourNames, marks, entry, files, profile, template, now } = sources;
  if (!entry && sources.amount === 'marks' && marks.length === 0 && article.note.trim() === '') return undefined;
  const { form, path: pathOf } = PROFILES[profile];
  const labels = withColourNames(labelsFor(article), colourNames);
  const wish = pathOf(article, labels, folders);
  const at = await files.find(entry?.path, shortId(article.id), fileName(wish));
  if (entry && at === undefined) return { state: 'missing', path: entry.path, entry };

  const shown = marks.map((mark) => mark.shortId);
  const removed = await files.linked(entry?.marks.filter((id) => !shown.includes(id)) ?? []);
  const about = { wish, marks: [...shown, ...removed] };
  // As at the last time: a template that writes when it was would have something new to say whenever it is asked.
  const times = entry?.template ?? { at: now, before: 0 };
  const file = at === undefined ? undefined : await files.read(at);
  if (entry && entry.path === at && file !== undefined && isSameSeed(sources, file, { removed, labels, wish, times }))
    return settled(entry, at);
  const same = await renderOurs(sources, { removed, labels, wish, times });
  // By far the usual case, and it needs no YAML.
  if (
    entry &&
    entry.path === at &&
    file !== undefined &&
    isSettled(entry, nextEntry(sources, same, about, times), file)
  ) {
    return settled(entry, at);
  }
  const newTimes = entry?.template ? { at: now, before: entry.template.at } : times;
  const ours =
    template && newTimes !== times ? await renderOurs(sources, { removed, labels, wish, times: newTimes }) : same;
  const seed = templateSeed(sources, { removed, labels, wish, times: newTimes });
  const next = nextEntry(sources, ours, about, { ...newTimes, seed });
  const writtenNew = (path: string): Plan => {
    const text = form.render(ours, labels);
    const isOurs = true;
    return { state: 'written', path, write: { path, text }, entry: { ...next, path, file: hashOf(text), isOurs } };
  };
  if (at === undefined) return writtenNew(await files.freeName(wish));

  const isOther = entry !== undefined && entry.profile !== profile;
  const isSwitched = isOther || (entry !== undefined && (entry.template !== undefined) !== (template !== undefined));
  const isOurs = file !== undefined && entry !== undefined && entry.isOurs === true && entry.file === hashOf(file);
  if (isSwitched && entry.path === at && isOurs) {
    // Nobody else ever wrote in it since it was written for another reader: it is written anew for this one.
    const path = entry.wish === wish ? at : await files.freeName(wish);
    return { ...writtenNew(path), ...(path !== at && { move: { from: at, to: path } }) };
  }
  const last = entry && { ...entry, kept: entry.template?.kept };
  const merge = file === undefined || isOther ? ({ state: 'conflict' } as const) : form.merge(file, ours, last, labels);
  if (merge.state !== 'merged') {
    const plan = await planAside(at, same, labels, entry ?? unknown(next, at), sources);
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
    entry: { ...next, path, file: hashOf(merge.text), isOurs, ...(hasConflict && { conflicts: merge.conflicts }) },
  };
}

type NextEntry = Omit<Entry, 'path' | 'file'>;

function nextEntry(
  { article, archive, profile, template, entry }: PlanSources,
  ours: Ours,
  about: Pick<Entry, 'wish' | 'marks'>,
  { at, before, seed }: { readonly at: number; readonly before: number; readonly seed?: string | undefined },
): NextEntry {
  const { properties, heading, regions, kept = {} } = writtenOf(ours);
  const all = bothKept(entry?.template?.kept ?? {}, kept) as NonNullable<Entry['template']>['kept'];
  return {
    article: article.id,
    archive,
    profile,
    properties: properties as Entry['properties'],
    heading,
    regions,
    ...about,
    ...(template && { template: { at, before, kept: all, ...(seed !== undefined && { seed }) } }),
  };
}

function settled(entry: Entry, path: string): Plan {
  return entry.conflicts ? { state: 'kept', path, reason: 'conflict', entry } : { state: 'unchanged', path, entry };
}

/** The same of a body by a template, without running it. */
function isSameSeed(sources: PlanSources, file: string, about: Parameters<typeof templateSeed>[1]): boolean {
  const { entry } = sources;
  const seed = entry?.template?.seed;
  return (
    entry !== undefined && seed !== undefined && entry.file === hashOf(file) && seed === templateSeed(sources, about)
  );
}

/** Nobody touched the file since we left it, and we have nothing new to say. */
function isSettled(entry: Entry, next: NextEntry, file: string): boolean {
  if (entry.file !== hashOf(file) || entry.profile !== next.profile) return false;
  const said = ({ wish, heading, marks, properties, regions, template }: NextEntry) =>
    JSON.stringify([wish, heading, marks, Object.entries(properties), Object.entries(regions), template?.kept ?? null]);
  return said(entry) === said(next);
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
    entry: {
      ...entry,
      path: at,
      file: hashOf(merge.text),
      isOurs: entry.isOurs === true && entry.file === hashOf(file),
      properties: properties as Entry['properties'],
    },
  };
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
function unknown(next: NextEntry, path: string): Entry {
  const regions = Object.fromEntries(Object.keys(next.regions).map((name) => [name as RegionName, '']));
  return { ...next, path, file: '', properties: {}, heading: '', regions };
}
