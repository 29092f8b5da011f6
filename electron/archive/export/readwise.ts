import { shortId } from '../store/ids.ts';
import { indented } from './article-text.ts';
import { commonmark } from './commonmark.ts';
import { escapeInside, oneLine } from './escape.ts';
import type { Profile } from './profile.ts';
import { linkedAuthors, tagName } from './properties.ts';
import { plainText, type RegionStyle, renderRegions } from './render.ts';

const STEP = '    ';

const style: RegionStyle = {
  text(article, labels) {
    const text = plainText(article, labels);
    return text === '' ? '' : `## Full Document\n\n${text}`;
  },
  aside: (kind, title, markdown) => `## ${kind === 'note' ? 'Document Note' : title}\n\n${markdown}`,
  mark({ doubt, title, quote, note, tags, address }) {
    const parts = [
      doubt ? `- ${title}` : '',
      tags.length === 0 ? '' : `- Tags: ${tags.map((tag) => `[[${tag}]]`).join(' ')}`,
      note === '' ? '' : indented('- Note: ', note, '  '),
    ].filter((part) => part !== '');
    return [
      indented('- ', `${quote} ([View Highlight](${address}))`),
      ...parts.map((part) => indented(STEP, part, STEP)),
    ].join('\n');
  },
  // Nothing in such a file can be pointed at.
  removed: () => '',
  marks: (_heading, marks) => `## Highlights\n\n${marks.join('\n')}`,
};

/** The order and the names of Readwise's own files. */
export const readwise: Profile = {
  ...commonmark,
  regions(sources) {
    const { article, archive, labels } = sources;
    const authors = linkedAuthors(article.byline ?? '').map((name) =>
      /^\[\[[^[\]]*\]\]$/.test(name) ? name : escapeInside(name),
    );
    const facts = [
      authors.length === 0 ? '' : `- Author: ${authors.join(', ')}`,
      `- Full Title: ${escapeInside(oneLine(article.title)) || labels.noTitle}`,
      '- Category: #articles',
      article.tags.length === 0
        ? ''
        : `- Document Tags: ${article.tags.map(({ path }) => `[[${tagName(path)}]]`).join(' ')}`,
      `- URL: jianbao://${archive}/article/${shortId(article.id)}`,
    ].filter((fact) => fact !== '');
    return { metadata: `## Metadata\n\n${facts.join('\n')}`, ...renderRegions(sources, style) };
  },
};
