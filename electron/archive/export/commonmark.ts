import { quoted } from './article-text.ts';
import { wishedPath } from './file-names.ts';
import { frontMatterFile } from './front-matter-file.ts';
import type { Profile } from './profile.ts';
import { plainPropertiesOf } from './properties.ts';
import { belowHeading, plainText, type RegionStyle, renderHeading, renderRegions } from './render.ts';

const style: RegionStyle = {
  text: plainText,
  aside: (_kind, title, markdown) => belowHeading(title, [markdown]),
  mark: ({ mark, title, quote, note, tags, address }, labels) =>
    [
      `### ${anchor(mark.shortId)}${title}`,
      quoted(quote),
      note,
      [...tags.map((tag) => `\\#${tag}`), `[${labels.openHere}](${address})`].join(' '),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  removed: (id, labels) => `### ${anchor(id)}${labels.removed}`,
  marks: belowHeading,
};

/** What every reader of Markdown shows, and nothing that one of them alone understands. */
export const commonmark: Profile = {
  form: frontMatterFile({ open: '<!--', close: '-->' }),
  path: wishedPath,
  properties: plainPropertiesOf,
  heading: renderHeading,
  regions: (sources) => renderRegions(sources, style),
};

/** Something for a link to arrive at: `#jb-7k2m9q4d0a`. */
function anchor(shortId: string): string {
  return `<a id="jb-${shortId}"></a>`;
}
