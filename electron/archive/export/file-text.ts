import { createHash } from 'node:crypto';
import { mergeProperties, renderProperties } from './front-matter.ts';
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

/** A new file: front matter, heading, our regions, and a place for the person's own notes. */
export function renderFile({ properties, heading, regions }: Ours, labels: Labels): string {
  const present = REGIONS.flatMap((name) => (regions[name] === undefined ? [] : [region(name, regions[name])]));
  return [
    `---\n${renderProperties(properties)}---`,
    heading,
    ...present,
    `## ${labels.myNotes}`,
    '%% begin notes %%\n\n%% end notes %%\n',
  ].join('\n\n');
}

function region(name: RegionName, content: string): string {
  return `%% jianbao:begin ${name} %%\n\n${content}\n\n%% jianbao:end ${name} %%`;
}

export type Merge =
  | { readonly state: 'merged'; readonly text: string }
  /** A person changed what is ours, or the front matter cannot be read: the file stays as it is. */
  | { readonly state: 'conflict' }
  | { readonly state: 'front_matter_broken' };

/**
 * Brings what is ours in a file up to date. Whatever stands outside our regions and properties is the person's and is
 * kept byte for byte. Without `written` the file is only taken over where it already says what we would write.
 */
export function mergeFile(file: string, ours: Ours, written: Written | undefined): Merge {
  const last = written ?? writtenOf(ours);
  const parts = splitFile(file);
  const properties = parts && mergeProperties(parts.yaml, ours.properties, written?.properties);
  if (!parts || properties === undefined) return { state: 'front_matter_broken' };
  let body = mergeHeading(parts.body, ours.heading, last.heading);
  for (const name of REGIONS) {
    const merged = mergeRegion(body, name, ours.regions[name], last.regions[name]);
    if (merged === undefined) return { state: 'conflict' };
    body = merged;
  }
  return { state: 'merged', text: joinFile(file, parts, properties, body) };
}

/** Brings the properties alone up to date. */
export function mergeFrontMatter(file: string, properties: Properties, written: Properties): Merge {
  const parts = splitFile(file);
  const merged = parts && mergeProperties(parts.yaml, properties, written);
  if (!parts || merged === undefined) return { state: 'front_matter_broken' };
  return { state: 'merged', text: joinFile(file, parts, merged, parts.body) };
}

interface FileParts {
  readonly mark: string;
  readonly open: string;
  readonly yaml: string;
  readonly close: string;
  readonly body: string;
}

/** With line feeds alone; undefined when the file does not begin with front matter. */
function splitFile(file: string): FileParts | undefined {
  const found = /^(\ufeff?)(---[ \t]*\n)((?:[\s\S]*?\n)?)(---[ \t]*(?:\n|$))([\s\S]*)$/.exec(
    file.replaceAll('\r\n', '\n'),
  );
  if (!found) return undefined;
  const [, mark = '', open = '', yaml = '', close = '', body = ''] = found;
  return { mark, open, yaml, close, body };
}

/** In the line ends that the file has; one that mixes them is left alone where nothing of ours changed. */
function joinFile(file: string, { mark, open, close }: FileParts, yaml: string, body: string): string {
  const text = mark + open + yaml + close + body;
  if (text === file.replaceAll('\r\n', '\n')) return file;
  return file.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** The first heading is ours as long as nobody changed it. */
function mergeHeading(body: string, heading: string, last: string): string {
  const current = body.match(/^# .*$/m)?.[0];
  if (current === undefined || hashOf(current) !== last) return body;
  return body.replace(current, () => heading);
}

/** Undefined when a person changed or removed the region and what is ours is no longer what they started from. */
function mergeRegion(body: string, name: RegionName, next: string | undefined, last: string | undefined) {
  const found = findRegion(body, name);
  if (!found) {
    if (last !== undefined) return next === undefined ? body : undefined;
    return next === undefined ? body : insertRegion(body, name, next);
  }
  const current = hashOf(found.content);
  if (next !== undefined && current === hashOf(next)) return body;
  if (current !== last) return undefined;
  if (next !== undefined) return body.slice(0, found.start) + region(name, next) + body.slice(found.end);
  return body.slice(0, found.start) + body.slice(found.end).replace(/^\n+/, '');
}

function findRegion(body: string, name: RegionName): { start: number; end: number; content: string } | undefined {
  const pattern = new RegExp(
    `^%% jianbao:begin ${name} %%[ \\t]*\\n([\\s\\S]*?)^%% jianbao:end ${name} %%[ \\t]*$`,
    'm',
  );
  const found = pattern.exec(body);
  if (!found) return undefined;
  return {
    start: found.index,
    end: found.index + found[0].length,
    content: (found[1] ?? '').replace(/^\n+|\n+$/g, ''),
  };
}

/** After the region that stands before it, else before the one that follows, else below the heading. */
function insertRegion(body: string, name: RegionName, content: string): string {
  const at = REGIONS.indexOf(name);
  for (const earlier of REGIONS.slice(0, at).reverse()) {
    const found = findRegion(body, earlier);
    if (found) return `${body.slice(0, found.end)}\n\n${region(name, content)}${body.slice(found.end)}`;
  }
  for (const later of REGIONS.slice(at + 1)) {
    const found = findRegion(body, later);
    if (found) return `${body.slice(0, found.start)}${region(name, content)}\n\n${body.slice(found.start)}`;
  }
  const heading = body.match(/^# .*$/m);
  const below = heading?.index === undefined ? 0 : heading.index + heading[0].length;
  return `${body.slice(0, below)}\n\n${region(name, content)}\n${body.slice(below)}`;
}
