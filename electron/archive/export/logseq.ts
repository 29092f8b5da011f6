import type { HighlightColour } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import { indented, renderBlocks } from './article-text.ts';
import { blockUuid } from './block-uuid.ts';
import { safeName, wishedPath } from './file-names.ts';
import { outlineFile } from './outline-file.ts';
import type { Profile } from './profile.ts';
import { type Properties, type PropertyValue, propertiesOf } from './properties.ts';
import { type RegionStyle, renderRegions } from './render.ts';

/** The colours that Logseq has. */
export const COLOURS: Readonly<Record<HighlightColour, string>> = {
  fact: 'yellow',
  quote: 'blue',
  question: 'purple',
  contradiction: 'red',
  followup: 'green',
};
/** Of what a file says of itself; the rest stands in the text, or would become a reference of the graph. */
const KEPT = [
  'author',
  'published',
  'created',
  'updated',
  'tags',
  'publication',
  'page',
  'section',
  'language',
  'source',
  'jianbao',
  'jianbao_id',
  'jianbao_rev',
  'source_sha256',
  'derivation',
  'corrections',
  'jianbao_headline',
  'jianbao_tags',
];

const style: RegionStyle = {
  text(article, labels) {
    const bullets = textBullets(article);
    return bullets.length === 0 ? '' : [`## ${labels.text}`, ...bullets.map((part) => bullet(1, part))].join('\n');
  },
  aside: (kind, title, markdown) =>
    [
      `## ${title}`,
      ...(kind === 'note' ? [bullet(1, markdown)] : markdown.split('\n').map((line) => bullet(1, line.slice(2)))),
    ].join('\n'),
  mark({ mark, title, quote, note, tags, address }, labels) {
    const said = [note, tags.map((tag) => `#[[${tag}]]`).join(' ')].filter((part) => part !== '');
    return [
      bullet(1, indented('> ', quote, '> ')),
      `\t  id:: ${blockUuid(mark.shortId)}`,
      `\t  hl-color:: ${COLOURS[mark.colour]}`,
      bullet(2, `${title} · [${labels.openHere}](${address})`),
      ...said.map((part) => bullet(2, part)),
    ].join('\n');
  },
  removed: (id, labels) => `${bullet(1, labels.removed)}\n\t  id:: ${blockUuid(id)}`,
  marks: (heading, marks) => [`## ${heading}`, ...marks].join('\n'),
};

/** A page of Logseq's file graph: properties of the page, an outline, and blocks that can be referred to. */
export const logseq: Profile = {
  form: outlineFile,
  path: (article, labels, folders) => `pages/${safeName(wishedPath(article, labels, folders).split('/').at(-1) ?? '')}`,
  properties({ wish, ...sources }) {
    const { published, ...properties } = propertiesOf(sources);
    const all: Properties = { ...properties, ...(published !== undefined && { published: `[[${published}]]` }) };
    // The page has the name of its file; where that is not the title, the title is said as well.
    const title = wish.split('/').at(-1) ?? '';
    const said: Properties =
      typeof all.title === 'string' && !title.endsWith(all.title) ? { jianbao_title: quiet(all.title) } : {};
    const kept = KEPT.flatMap((key) => (all[key] === undefined ? [] : [[key, quiet(all[key])] as const]));
    return { title, ...Object.fromEntries(kept), ...said };
  },
  heading: () => '',
  regions: (sources) => renderRegions(sources, style),
};

/** A value of a property can be escaped by nothing: a blank keeps apart what would be a reference or a query together. */
function quiet(value: PropertyValue): PropertyValue {
  if (typeof value === 'number') return value;
  const apart = (text: string) => text.replace(/([{(<])(?=[{(%])/g, '$1 ');
  return typeof value === 'string' ? apart(value) : value.map(apart);
}

/** A bullet is one paragraph, and what is fenced stays together. */
export function textBullets(article: Article): string[] {
  return renderBlocks(article).flatMap(({ isItem, rendered }) =>
    rendered.startsWith('```') ? [rendered] : rendered.split(/\n\n+/).map((part) => (isItem ? part.slice(2) : part)),
  );
}

function bullet(depth: number, markdown: string): string {
  const before = '\t'.repeat(depth);
  return indented(`${before}- `, markdown, `${before}  `);
}
