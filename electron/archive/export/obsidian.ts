import { quoted } from './article-text.ts';
import { wishedPath } from './file-names.ts';
import { frontMatterFile } from './front-matter-file.ts';
import { isPlainRemark } from './note-markdown.ts';
import type { Profile } from './profile.ts';
import { propertiesOf } from './properties.ts';
import { belowHeading, plainText, type RegionStyle, renderHeading, renderRegions } from './render.ts';

const CALLOUTS = { changed: 'warning', orphan: 'failure', sound: 'quote' } as const;

const style: RegionStyle = {
  text: plainText,
  aside: (kind, title, markdown) => callout(`${kind === 'note' ? '[!note]' : '[!info]-'} ${title}`, [markdown]),
  mark({ mark, doubt, title, quote, note, tags, address }, labels) {
    // Meaning before colour: a style sheet may show it, Obsidian by itself shows the words.
    const type = `${CALLOUTS[doubt ?? 'sound']}|${mark.kind === 'bookmark' ? 'bookmark' : mark.colour}`;
    return `${callout(`[!${type}] ${title}`, [
      quote,
      note === '' ? '' : remark(labels.remark, note),
      tags.map((tag) => `#${tag}`).join(' '),
      `[${labels.openHere}](${address})`,
    ])}\n\n^jb-${mark.shortId}`;
  },
  removed: (id, labels) => `> [!failure] ${labels.removed}\n\n^jb-${id}`,
  marks: belowHeading,
};

/** Callouts with block ids, links to people, comments that only Obsidian hides. */
export const obsidian: Profile = {
  form: frontMatterFile({ open: '%%', close: '%%' }),
  path: wishedPath,
  properties: propertiesOf,
  heading: renderHeading,
  regions: (sources) => renderRegions(sources, style),
};

function callout(title: string, parts: readonly string[]): string {
  return quoted([title, parts.filter((part) => part !== '').join('\n\n')].join('\n'));
}

/** A note of one ordinary line stands beside its label, any other below it. */
function remark(label: string, note: string): string {
  return `**${label}**${isPlainRemark(note) ? ' ' : '\n\n'}${note}`;
}
