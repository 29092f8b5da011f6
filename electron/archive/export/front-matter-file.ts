import { quoted } from './article-text.ts';
import {
  type FileForm,
  type FoundRegion,
  hashOf,
  inLineEndsOf,
  type Merge,
  mergeRegions,
  type Ours,
  type PlacedName,
  type RegionPlaces,
  type Written,
  withoutIds,
  writtenOf,
} from './file-form.ts';
import { mergeProperties, renderProperties } from './front-matter.ts';
import type { Labels } from './labels.ts';
import type { Properties } from './properties.ts';
import { REGIONS, type RegionName } from './render.ts';

/** How a comment is written that says where a region of ours begins and ends. */
export interface Comment {
  readonly open: string;
  readonly close: string;
}

/** YAML between two `---`, a heading, and regions between comments. */
export function frontMatterFile(comment: Comment): FileForm {
  const places = regionsBetween(comment);
  return {
    render({ properties, heading, regions }: Ours, labels: Labels): string {
      const present = REGIONS.flatMap((name) =>
        regions[name] === undefined ? [] : [places.render(name, regions[name])],
      );
      return [
        `---\n${renderProperties(properties)}---`,
        heading,
        ...present,
        `## ${labels.myNotes}`,
        `${mark('begin notes', comment)}\n\n${mark('end notes', comment)}\n`,
      ].join('\n\n');
    },
    merge(file: string, ours: Ours, written: Written | undefined, labels: Labels): Merge {
      const last = written ?? writtenOf(ours);
      const parts = splitFile(file);
      const properties = parts && mergeProperties(parts.yaml, ours.properties, written?.properties);
      if (!parts || properties === undefined) return { state: 'front_matter_broken' };
      const headed = mergeHeading(parts.body, ours.heading, last.heading);
      const merged = mergeRegions(places, headed, ours.regions, last, labels);
      if (merged === undefined) return { state: 'conflict' };
      const text = joinFile(file, parts, properties, merged.body);
      return { state: 'merged', text, conflicts: merged.conflicts };
    },
    mergeProperties(file: string, properties: Properties, written: Properties): Merge {
      const parts = splitFile(file);
      const merged = parts && mergeProperties(parts.yaml, properties, written);
      if (!parts || merged === undefined) return { state: 'front_matter_broken' };
      return { state: 'merged', text: joinFile(file, parts, merged, parts.body), conflicts: {} };
    },
  };
}

function mark(words: string, { open, close }: Comment): string {
  return `${open} ${words} ${close}`;
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

function joinFile(file: string, { mark, open, close }: FileParts, yaml: string, body: string): string {
  return inLineEndsOf(file, mark + open + yaml + close + body);
}

/** The first heading is ours as long as nobody changed it. */
function mergeHeading(body: string, heading: string, last: string): string {
  const current = body.match(/^# .*$/m)?.[0];
  if (current === undefined || hashOf(current) !== last) return body;
  return body.replace(current, () => heading);
}

function regionsBetween(comment: Comment): RegionPlaces {
  const begin = (name: PlacedName) => mark(`jianbao:begin ${name}`, comment);
  const end = (name: PlacedName) => mark(`jianbao:end ${name}`, comment);
  const render = (name: PlacedName, content: string) => `${begin(name)}\n\n${content}\n\n${end(name)}`;

  function find(body: string, name: PlacedName): FoundRegion | undefined {
    const pattern = new RegExp(`^${begin(name)}[ \\t]*\\n([\\s\\S]*?)^${end(name)}[ \\t]*$`, 'm');
    const found = pattern.exec(body);
    if (!found) return undefined;
    return {
      start: found.index,
      end: found.index + found[0].length,
      content: (found[1] ?? '').replace(/^\n+|\n+$/g, ''),
    };
  }

  /** After the region that stands before it, else before the one that follows, else below the heading. */
  function insert(body: string, name: RegionName, content: string, as: PlacedName = name): string {
    const at = REGIONS.indexOf(name);
    for (const earlier of REGIONS.slice(0, at).reverse()) {
      const found = find(body, earlier);
      if (found) return `${body.slice(0, found.end)}\n\n${render(as, content)}${body.slice(found.end)}`;
    }
    for (const later of REGIONS.slice(at + 1)) {
      const found = find(body, later);
      if (found) return `${body.slice(0, found.start)}${render(as, content)}\n\n${body.slice(found.start)}`;
    }
    const heading = body.match(/^# .*$/m);
    const below = heading?.index === undefined ? 0 : heading.index + heading[0].length;
    return `${body.slice(0, below)}\n\n${render(as, content)}\n${body.slice(below)}`;
  }

  /** A callout where there are any. */
  function renderConflict(content: string, { conflict, conflictHint }: Labels): string {
    const title =
      comment.open === '%%' ? `[!warning] ${conflict} · ${conflictHint}` : `**${conflict}** · ${conflictHint}\n`;
    return quoted(`${title}\n${withoutIds(content)}`);
  }

  return { find, render, insert, gap: '\n\n', renderConflict };
}
