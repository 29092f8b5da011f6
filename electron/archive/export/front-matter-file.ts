import { type Comment, commentLine, regionsBetween } from './comment-regions.ts';
import {
  type FileForm,
  inLineEndsOf,
  type Merge,
  mergeRegions,
  type Ours,
  type Written,
  writtenOf,
} from './file-form.ts';
import { mergeProperties, renderProperties } from './front-matter.ts';
import { hashOf } from './hash.ts';
import type { Labels } from './labels.ts';
import type { Properties } from './properties.ts';
import { REGIONS } from './render.ts';

/** YAML between two `---`, a heading, and regions between comments. */
export function frontMatterFile(comment: Comment): FileForm {
  const places = regionsBetween(comment);
  return {
    comment,
    render({ properties, heading, regions }: Ours, labels: Labels): string {
      if (regions.template !== undefined) {
        return `---\n${renderProperties(properties)}---\n\n${places.render('template', regions.template)}\n`;
      }
      const present = REGIONS.flatMap((name) =>
        regions[name] === undefined ? [] : [places.render(name, regions[name])],
      );
      return [
        `---\n${renderProperties(properties)}---`,
        heading,
        ...present,
        `## ${labels.myNotes}`,
        `${commentLine('begin notes', comment)}\n\n${commentLine('end notes', comment)}\n`,
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

/** The first heading is ours as long as nobody changed it; the one of a body by a template belongs to that. */
function mergeHeading(body: string, heading: string, last: string): string {
  if (last === hashOf('')) return heading === '' ? body : `\n${heading}\n${body}`;
  const current = body.match(/^# .*$/m)?.[0];
  if (current === undefined || hashOf(current) !== last) return body;
  return heading === ''
    ? body.replace(`${current}\n`, '').replace(/^\n{2,}/, '\n')
    : body.replace(current, () => heading);
}
