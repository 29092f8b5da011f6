import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import { shortId } from '../store/ids.ts';
import { inkOf } from '../store/ink.ts';
import { renderText } from './article-text.ts';
import { blockUuid } from './block-uuid.ts';
import { renderCorrections } from './corrections.ts';
import { escapeLine, oneLine } from './escape.ts';
import type { Labels } from './labels.ts';
import { textBullets } from './logseq.ts';
import { isPlainRemark, quietMarkdown } from './note-markdown.ts';
import { linkedAuthors, localTime, tagName } from './properties.ts';
import { type RenderSources, viewOf } from './render.ts';
import type { Field, Fields } from './template-values.ts';

/** When the file is written, and when it was before, in milliseconds; zero where it never was. */
export interface TemplateTimes {
  readonly at: number;
  readonly before: number;
}

/** Names and values of Zotero's colours, which templates ask for; ours stand for them as they do in Logseq. */
const ZOTERO: Readonly<Record<HighlightColour, readonly [name: string, value: string]>> = {
  fact: ['Yellow', '#ffd400'],
  quote: ['Blue', '#2ea8e5'],
  question: ['Purple', '#a28ae5'],
  contradiction: ['Red', '#ff6666'],
  followup: ['Green', '#5fb236'],
};

/** An article for a template: the names of Obsidian's Zotero Integration, and beside them what only we have. */
export function templateFields(sources: RenderSources, { at, before }: TemplateTimes): Fields {
  const { article, marks, corrections, removed, archive, timeZone, labels } = sources;
  const id = shortId(article.id);
  const link = `jianbao://${archive}/article/${id}`;
  const creators = creatorsOf(article);
  const tags = tagsOf(article.tags.map(({ path }) => path));
  const ink = marks.length === 0 ? '' : inkOf(article.body);
  const annotations = marks.map((mark) => annotationOf(mark, ink, sources));
  const corrected = renderCorrections(corrections, timeZone, labels);
  return {
    title: line(article.title || labels.noTitle),
    itemType: 'newspaperArticle',
    creators,
    authors: line(creators.map(({ name }) => name.$plain).join(labels.comma)),
    date: dayOf(article),
    publicationTitle: line(article.publication ?? ''),
    pages: line(article.page ?? ''),
    section: line(article.section ?? ''),
    language: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(article.language ?? '') ? article.language : labels.language,
    url: addressOf(article.url),
    abstractNote: line(article.excerpt),
    dateAdded: moment(article.importedAt, timeZone),
    dateModified: moment(article.editedAt, timeZone),
    importDate: moment(at, timeZone),
    exportDate: moment(at, timeZone),
    lastImportDate: moment(before, timeZone),
    lastExportDate: moment(before, timeZone),
    isFirstImport: before === 0,
    key: id,
    citekey: id,
    itemKey: id,
    desktopURI: link,
    uri: link,
    tags,
    ...tagLists(tags),
    notes: article.note.trim() === '' ? [] : [{ note: note(article.note) }],
    annotations,
    attachments: [],
    collections: [],
    // Ours.
    jianbao: link,
    /** As bullets take it. */
    textBlocks: textBullets(article).map((markdown) => ({ $plain: markdown, markdown })),
    text: { $plain: article.body, markdown: renderText(article) },
    note: note(article.note),
    corrections: { $plain: corrected, markdown: corrected },
    correctionLines:
      corrected === '' ? [] : corrected.split('\n').map((each) => ({ $plain: each.slice(2), markdown: each.slice(2) })),
    correctionsTitle: labels.corrected(corrections.length),
    removed: removed.map((mark) => ({ id: mark, blockId: `jb-${mark}`, uuid: blockUuid(mark) })),
    labels: labelsOf(labels),
  };
}

function annotationOf(mark: Annotation, ink: string, { article, archive, labels, timeZone }: RenderSources): Field {
  const view = viewOf(mark, article, ink, archive, labels);
  const [colorCategory, color] = ZOTERO[mark.colour];
  const page = line(article.page ?? '');
  const tags = tagsOf(mark.tags);
  return {
    id: mark.shortId,
    key: mark.shortId,
    type: mark.kind === 'bookmark' ? 'note' : 'highlight',
    annotatedText: { $plain: mark.quote.exact, markdown: view.quote },
    comment: note(mark.note),
    color,
    colorCategory,
    page,
    pageLabel: page,
    date: moment(mark.createdAt, timeZone),
    dateAdded: moment(mark.createdAt, timeZone),
    dateModified: moment(mark.updatedAt, timeZone),
    tags,
    ...tagLists(tags),
    desktopURI: view.address,
    // Ours.
    link: view.address,
    blockId: `jb-${mark.shortId}`,
    uuid: blockUuid(mark.shortId),
    colour: mark.kind === 'bookmark' ? 'bookmark' : mark.colour,
    heading: { $plain: view.title, markdown: view.title },
    state: view.doubt ?? 'sound',
    commentIsPlain: isPlainRemark(view.note),
  };
}

/** Words on one line. */
function line(text: string): { readonly $plain: string; readonly markdown: string } {
  const plain = oneLine(text);
  return { $plain: plain, markdown: escapeLine(plain) };
}

function note(text: string): Field {
  return { $plain: text, markdown: quietMarkdown(text) };
}

function creatorsOf(article: Article) {
  return linkedAuthors(article.byline ?? '')
    .filter((name) => name !== '')
    .map((name) => {
      const words = name.replace(/^\[\[(.*)\]\]$/, '$1');
      // A name in Chinese is not parted into family and given name: whoever asks for one of both gets it whole.
      return {
        name: line(words),
        lastName: line(words),
        firstName: '',
        creatorType: 'author',
        link: words === name ? line(words) : { $plain: words, markdown: name },
      };
    });
}

function tagsOf(paths: readonly string[]) {
  return paths.flatMap((path) => {
    const tag = tagName(path);
    return tag === '' ? [] : [{ tag, name: line(path) }];
  });
}

function tagLists(tags: readonly { readonly tag: string }[]) {
  return {
    allTags: tags.map(({ tag }) => tag).join(', '),
    hashTags: tags.map(({ tag }) => `#${tag}`).join(', '),
  };
}

/** A day of digits is written as it is; one that nobody is sure of has signs that Markdown would read. */
function dayOf({ date }: Article): Field {
  const day = date?.edtf ?? '';
  return /^\d{4}(?:-\d{2}){0,2}$/.test(day) ? day : line(day);
}

/** Of the web, with every sign that Markdown or a vault would read as numbers. */
function addressOf(url: string | null): string {
  if (!url || !/^https?:\/\//i.test(url)) return '';
  return oneLine(url)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9\-._:/?&=#%+,;@]/gu, asNumbers)
    .replace(/(?<==)=|(?<=:):|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, asNumbers);
}

function asNumbers(sign: string): string {
  return [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/** A moment: compared to the thousandth of a second, written to the second. */
function moment(at: number, timeZone: string): Field {
  const text = localTime(at, timeZone);
  return { $plain: `${text}.${String(((at % 1000) + 1000) % 1000).padStart(3, '0')}`, markdown: text };
}

/** Words of ours, in the article's language. */
function labelsOf({ text, highlights, note: ofArticle, remark, openHere, removed, myNotes }: Labels): Field {
  return { text, highlights, note: ofArticle, remark, openHere, removed, myNotes };
}
