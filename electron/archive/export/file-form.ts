import type { Comment } from './comment-regions.ts';
import { hashOf } from './hash.ts';
import { hashesOfKept, type KeptHashes, takeOverKept, withoutKept, withoutKeptComments } from './kept-blocks.ts';
import type { Labels } from './labels.ts';
import type { Properties } from './properties.ts';
import { REGIONS, type RegionName, type Regions } from './render.ts';

/** Everything in one file that is ours. */
export interface Ours {
  readonly properties: Properties;
  readonly heading: string;
  readonly regions: Regions;
}

/** What we last wrote into a file, as hashes where the words themselves are not needed. */
export interface Written {
  readonly properties: Properties;
  readonly heading: string;
  /** Without what is kept for a person within them. */
  readonly regions: RegionHashes;
  /** Of what we wrote below regions that a person had changed. */
  readonly conflicts?: RegionHashes | undefined;
  /** What was put where something is kept. */
  readonly kept?: KeptHashes | undefined;
}

export type RegionHashes = Readonly<Partial<Record<RegionName, string>>>;

export type Merge =
  /** `conflicts`: regions that are a person's now; they stay, and ours stands below each, once for each text. */
  | { readonly state: 'merged'; readonly text: string; readonly conflicts: RegionHashes }
  /** A person changed even what we wrote below theirs, or the front matter cannot be read: the file stays as it is. */
  | { readonly state: 'conflict' }
  | { readonly state: 'front_matter_broken' };

/** How a file holds what is ours beside what is a person's. */
export interface FileForm {
  /** How it says what is whose in a body that a template wrote. */
  readonly comment: Comment;
  /** A new file: properties, heading, our regions, and a place for the person's own notes. */
  readonly render: (ours: Ours, labels: Labels) => string;
  /**
   * Brings what is ours in a file up to date. Whatever stands outside our regions and properties is the person's and is
   * kept byte for byte. Without `written` the file is only taken over where it already says what we would write.
   */
  readonly merge: (file: string, ours: Ours, written: Written | undefined, labels: Labels) => Merge;
  /** Brings the properties alone up to date. */
  readonly mergeProperties: (file: string, properties: Properties, written: Properties) => Merge;
}

export function writtenOf({ properties, heading, regions }: Ours): Written {
  return {
    properties,
    heading: hashOf(heading),
    regions: Object.fromEntries(Object.entries(regions).map(([name, content]) => [name, hashOf(withoutKept(content))])),
    ...(regions.template !== undefined && { kept: hashesOfKept(regions.template) }),
  };
}

export interface FoundRegion {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** A region, or what stands below one that a person changed. */
export type PlacedName = RegionName | `conflict-${RegionName}`;

/** What a form knows of the regions in its text. */
export interface RegionPlaces {
  readonly find: (body: string, name: PlacedName) => FoundRegion | undefined;
  readonly render: (name: PlacedName, content: string) => string;
  /** Where a region belongs; `as` something that stands in its place. */
  readonly insert: (body: string, name: RegionName, content: string, as?: PlacedName) => string;
  /** What stands between two regions. */
  readonly gap: string;
  /** Ours, as it is shown below a region that is a person's. */
  readonly renderConflict: (content: string, labels: Labels) => string;
}

/** All of ours brought up to date; undefined where that cannot be done in the file. */
export function mergeRegions(
  places: RegionPlaces,
  body: string,
  ours: Regions,
  last: Pick<Written, 'regions' | 'conflicts' | 'kept'>,
  labels: Labels,
): { readonly body: string; readonly conflicts: RegionHashes } | undefined {
  let merged = body;
  const conflicts: Partial<Record<RegionName, string>> = {};
  for (const name of REGIONS) {
    const [next, before] = [ours[name], last.regions[name]];
    const given = last.kept ?? {};
    if (next !== undefined && isTheirs(places.find(merged, name), next, before)) {
      const kept = mergeConflict(
        places,
        merged,
        name,
        places.renderConflict(withoutKeptComments(next), labels),
        last.conflicts?.[name],
      );
      if (kept === undefined) return undefined;
      merged = kept.body;
      conflicts[name] = kept.hash;
    } else
      merged = withoutConflict(
        places,
        mergeRegion(places, merged, name, next, before, given),
        name,
        last.conflicts?.[name],
      );
  }
  return { body: merged, conflicts };
}

/** A person changed or removed it, and what is ours is not what they made of it. */
function isTheirs(found: FoundRegion | undefined, next: string, last: string | undefined): boolean {
  if (!found) return last !== undefined;
  const current = hashOf(withoutKept(found.content));
  return current !== hashOf(withoutKept(next)) && current !== last;
}

/** Theirs stays; ours stands below it, once for each text, and not again where they took it away. */
function mergeConflict(
  places: RegionPlaces,
  body: string,
  name: RegionName,
  content: string,
  last: string | undefined,
): { readonly body: string; readonly hash: string } | undefined {
  const as = `conflict-${name}` as const;
  const hash = hashOf(content);
  const there = places.find(body, as);
  const current = there && hashOf(there.content);
  if (hash === (current ?? last) || last === hash) return { body, hash };
  if (there && current !== last) return undefined;
  const found = there ?? places.find(body, name);
  if (!found) return { body: places.insert(body, name, content, as), hash };
  const before = there ? body.slice(0, found.start) : body.slice(0, found.end) + places.gap;
  return { body: before + places.render(as, content) + body.slice(found.end), hash };
}

/** They agree again: what we wrote below goes, as long as nobody changed it. */
function withoutConflict(places: RegionPlaces, body: string, name: RegionName, last: string | undefined): string {
  const there = places.find(body, `conflict-${name}`);
  return there && hashOf(there.content) === last ? without(body, there) : body;
}

function without(body: string, { start, end }: FoundRegion): string {
  return body.slice(0, start) + body.slice(end).replace(/^\n+/, '');
}

/** Nothing in it can be pointed at: the ids stand in the person's. */
export function withoutIds(content: string): string {
  return content
    .replace(/^\t {2}id:: .*\n?/gm, '')
    .replace(/<a id="jb-\w+"><\/a>/g, '')
    .replace(/(?:\n\n| )(?<!\\)\^jb-[0-9a-z]{10}$/gm, '');
}

/** In the line ends that the file has; one that mixes them is left alone where nothing of ours changed. */
export function inLineEndsOf(file: string, text: string): string {
  if (text === file.replaceAll('\r\n', '\n')) return file;
  return file.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** A region that is ours as we left it, or that we have nothing for any more. */
function mergeRegion(
  places: RegionPlaces,
  body: string,
  name: RegionName,
  next: string | undefined,
  last: string | undefined,
  kept: KeptHashes,
): string {
  const found = places.find(body, name);
  if (!found) return next === undefined ? body : places.insert(body, name, next);
  if (next === undefined && hashOf(withoutKept(found.content)) !== last) return body;
  const { text, left } = takeOverKept(next ?? '', found.content, kept);
  if (next !== undefined && text === found.content) return body;
  // What a person wrote and this has no place for any more stays in the file, where it is nobody's but theirs.
  const theirs = left.join('\n\n');
  const [before, after] = [body.slice(0, found.start), body.slice(found.end)];
  if (next !== undefined) return `${before}${places.render(name, text)}${theirs && `\n\n${theirs}`}${after}`;
  return theirs === '' ? without(body, found) : before + theirs + after;
}
