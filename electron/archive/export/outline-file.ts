import { regionsBetween } from './comment-regions.ts';
import {
  type FileForm,
  type FoundRegion,
  inLineEndsOf,
  mergeRegions,
  type PlacedName,
  type RegionPlaces,
  withoutIds,
  writtenOf,
} from './file-form.ts';
import { settle } from './front-matter.ts';
import type { Properties, PropertyValue } from './properties.ts';
import { REGIONS } from './render.ts';

/** Whatever is no property is a bullet here, and one with nothing but a comment shows nothing. */
const BULLET_COMMENT = { open: '- <!--', close: '-->' };
/** Of a body that a template wrote, in which any bullet may stand. */
const bodyPlaces = regionsBetween(BULLET_COMMENT);

/** A page of properties and of bullets below bullets, as Logseq keeps it. A region of ours is one bullet with all below it. */
export const outlineFile: FileForm = {
  comment: BULLET_COMMENT,
  render({ properties, regions }, labels) {
    if (regions.template !== undefined)
      return `${renderProperties(properties)}\n${bodyPlaces.render('template', regions.template)}\n`;
    const present = REGIONS.flatMap((name) =>
      regions[name] === undefined ? [] : [places.render(name, regions[name])],
    );
    return [renderProperties(properties), ...present, `- ## ${labels.myNotes}\n\t- `].join('\n').concat('\n');
  },
  merge(file, ours, written, labels) {
    const last = written ?? writtenOf(ours);
    const parts = splitFile(file);
    if (!parts) return { state: 'front_matter_broken' };
    const merged = mergeRegions(places, parts.body, ours.regions, last, labels);
    if (merged === undefined) return { state: 'conflict' };
    const lines = mergeLines(parts.lines, ours.properties, written?.properties);
    return { state: 'merged', text: joinFile(file, lines, merged.body), conflicts: merged.conflicts };
  },
  mergeProperties(file, properties, written) {
    const parts = splitFile(file);
    if (!parts) return { state: 'front_matter_broken' };
    const lines = mergeLines(parts.lines, properties, written);
    return { state: 'merged', text: joinFile(file, lines, parts.body), conflicts: {} };
  },
};

const PROPERTY = /^([\w-]+):: ?(.*)$/;

/** Logseq has hyphens where YAML has underlines. */
function keyOf(name: string): string {
  return name.replaceAll('_', '-');
}

function textOf(value: PropertyValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function renderProperties(properties: Properties): string {
  return Object.entries(properties)
    .map(([name, value]) => `${keyOf(name)}:: ${textOf(value)}\n`)
    .join('');
}

interface FileParts {
  /** Those of the properties, none of them empty. */
  readonly lines: readonly string[];
  readonly body: string;
}

/** Undefined where a page does not begin with its properties. */
function splitFile(file: string): FileParts | undefined {
  const all = file
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const end = all.findIndex((line) => !PROPERTY.test(line));
  if (end <= 0) return undefined;
  return { lines: all.slice(0, end), body: all.slice(end).join('\n') };
}

function joinFile(file: string, lines: readonly string[], body: string): string {
  return inLineEndsOf(file, `${file.startsWith('\ufeff') ? '\ufeff' : ''}${lines.join('\n')}\n${body}`);
}

/** As for front matter: what a person changed stays theirs, a list takes over only what was added or taken away here. */
function mergeLines(lines: readonly string[], wanted: Properties, written: Properties | undefined): string[] {
  const ours = new Map(Object.keys({ ...written, ...wanted }).map((name) => [keyOf(name), name]));
  const present = new Set<string>();
  const merged = lines.flatMap((line) => {
    const [, key = '', current = ''] = PROPERTY.exec(line) ?? [];
    const name = ours.get(key);
    present.add(key);
    const last = name === undefined ? undefined : written?.[name];
    if (name === undefined || last === undefined) return [line];
    const isList = Array.isArray(last);
    const settled = settle(isList ? current.split(/,\s*/) : current, isList ? last : String(last), wanted[name]);
    if (settled === undefined) return [line];
    return settled.value === undefined ? [] : [`${key}:: ${textOf(settled.value)}`];
  });
  const added = Object.entries(wanted).filter(([name]) => !present.has(keyOf(name)) && written?.[name] === undefined);
  return [...merged, ...added.map(([name, value]) => `${keyOf(name)}:: ${textOf(value)}`)];
}

const markOf = (name: PlacedName) => `  jianbao-region:: ${name}`;

const places: RegionPlaces = {
  /** The content's first line is the bullet's own. */
  render(name, content) {
    if (name === 'template') return bodyPlaces.render(name, content);
    const [head = '', ...rest] = content.split('\n');
    return [`- ${head}`, markOf(name), ...rest].join('\n');
  },
  find(body: string, name: PlacedName): FoundRegion | undefined {
    if (name === 'template') return bodyPlaces.find(body, name);
    const mark = body.indexOf(`\n${markOf(name)}\n`);
    const start = body.lastIndexOf('\n- ', mark) + 1;
    if (mark < 0 || !body.startsWith('- ', start) || body.slice(start, mark).includes('\n')) return undefined;
    const next = body.indexOf('\n- ', mark);
    const end = next < 0 ? body.replace(/\n+$/, '').length : next;
    const [head = '', , ...rest] = body.slice(start, end).split('\n');
    return { start, end, content: [head.slice(2), ...rest].join('\n') };
  },
  /** After the region that stands before it, else before the one that follows, else at the beginning. */
  insert(body, name, content, as = name) {
    const at = REGIONS.indexOf(name);
    for (const earlier of REGIONS.slice(0, at).reverse()) {
      const found = places.find(body, earlier);
      if (found) return `${body.slice(0, found.end)}\n${places.render(as, content)}${body.slice(found.end)}`;
    }
    const first = body.search(/^- /m);
    const here = first < 0 ? body.length : first;
    return `${body.slice(0, here)}${places.render(as, content)}\n${body.slice(here)}`;
  },
  gap: '\n',
  renderConflict(content, { conflict, conflictHint }) {
    const lines = withoutIds(content).split('\n');
    // The first line of a region is its heading; a body by a template has bullets of any kind.
    const below = content.startsWith('- ') ? lines.map((line) => `\t${line}`) : lines.slice(1);
    return [`${conflict} · ${conflictHint}`, ...below].join('\n');
  },
};
