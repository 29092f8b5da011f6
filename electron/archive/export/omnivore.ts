import { quoted } from './article-text.ts';
import { obsidian } from './obsidian.ts';
import type { Profile } from './profile.ts';
import { belowHeading, plainText, type RegionStyle, renderRegions } from './render.ts';

const style: RegionStyle = {
  text: plainText,
  aside: (_kind, title, markdown) => belowHeading(title, [markdown]),
  mark({ mark, doubt, title, quote, note, tags, address }) {
    const line = [quote, `[⤴️](${address})`, ...tags.map((tag) => `#${tag}`), `^jb-${mark.shortId}`].join(' ');
    return [quoted(line), doubt ? title : '', note].filter((part) => part !== '').join('\n\n');
  },
  removed: (id, labels) => `> ${labels.removed} ^jb-${id}`,
  marks: belowHeading,
};

/** As the plug-in of Omnivore wrote it: a quotation, its link, its labels and its block id in one line, the note below. */
export const omnivore: Profile = { ...obsidian, regions: (sources) => renderRegions(sources, style) };
