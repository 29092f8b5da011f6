import { createHash } from 'node:crypto';
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
  readonly regions: Readonly<Partial<Record<RegionName, string>>>;
}

export type Merge =
  | { readonly state: 'merged'; readonly text: string }
  /** A person changed what is ours, or the front matter cannot be read: the file stays as it is. */
  | { readonly state: 'conflict' }
  | { readonly state: 'front_matter_broken' };

/** How a file holds what is ours beside what is a person's. */
export interface FileForm {
  /** A new file: properties, heading, our regions, and a place for the person's own notes. */
  readonly render: (ours: Ours, labels: Labels) => string;
  /**
   * Brings what is ours in a file up to date. Whatever stands outside our regions and properties is the person's and is
   * kept byte for byte. Without `written` the file is only taken over where it already says what we would write.
   */
  readonly merge: (file: string, ours: Ours, written: Written | undefined) => Merge;
  /** Brings the properties alone up to date. */
  readonly mergeProperties: (file: string, properties: Properties, written: Properties) => Merge;
}

export function writtenOf({ properties, heading, regions }: Ours): Written {
  return {
    properties,
    heading: hashOf(heading),
    regions: Object.fromEntries(Object.entries(regions).map(([name, content]) => [name, hashOf(content)])),
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

export interface FoundRegion {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** What a form knows of the regions in its text. */
export interface RegionPlaces {
  readonly find: (body: string, name: RegionName) => FoundRegion | undefined;
  readonly render: (name: RegionName, content: string) => string;
  readonly insert: (body: string, name: RegionName, content: string) => string;
}

/** All of ours brought up to date; undefined where one of them is a person's now. */
export function mergeRegions(places: RegionPlaces, body: string, ours: Regions, last: Written['regions']) {
  let merged: string | undefined = body;
  for (const name of REGIONS) {
    if (merged === undefined) break;
    merged = mergeRegion(places, merged, name, ours[name], last[name]);
  }
  return merged;
}

/** In the line ends that the file has; one that mixes them is left alone where nothing of ours changed. */
export function inLineEndsOf(file: string, text: string): string {
  if (text === file.replaceAll('\r\n', '\n')) return file;
  return file.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** Undefined when a person changed or removed the region and what is ours is no longer what they started from. */
function mergeRegion(
  places: RegionPlaces,
  body: string,
  name: RegionName,
  next: string | undefined,
  last: string | undefined,
): string | undefined {
  const found = places.find(body, name);
  if (!found) {
    if (last !== undefined) return next === undefined ? body : undefined;
    return next === undefined ? body : places.insert(body, name, next);
  }
  const current = hashOf(found.content);
  if (next !== undefined && current === hashOf(next)) return body;
  if (current !== last) return undefined;
  if (next !== undefined) return body.slice(0, found.start) + places.render(name, next) + body.slice(found.end);
  return body.slice(0, found.start) + body.slice(found.end).replace(/^\n+/, '');
}
