import type { Annotation } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import { inkOf } from '../store/ink.ts';
import { paragraphs, renderText } from './article-text.ts';
import { renderCorrections } from './corrections.ts';
import { escapeInside, oneLine, visibleLines } from './escape.ts';
import type { Labels } from './labels.ts';
import { queryOf } from './mark-query.ts';
import { quietMarkdown } from './note-markdown.ts';
import { tagName } from './properties.ts';

/** The parts of a file that are ours, in their order; `template` is all of a body that a template wrote. */
export const REGIONS = ['template', 'metadata', 'text', 'corrections', 'note', 'highlights'] as const;
export type RegionName = (typeof REGIONS)[number];
export type Regions = Readonly<Partial<Record<RegionName, string>>>;

export interface RenderSources {
  readonly article: Article;
  /** In the order of the text, none of them confidential. */
  readonly marks: readonly Annotation[];
  /** What is corrected in its text, the oldest first. */
  readonly corrections: readonly Correction[];
  /** Short ids of removed highlights that other notes still point at. */
  readonly removed: readonly string[];
  readonly archive: string;
  readonly timeZone: string;
  readonly labels: Labels;
}

/** A mark as every profile shows it, each in its own way. What is Markdown is escaped already. */
export interface MarkView {
  readonly mark: Annotation;
  /** Its words are others now, or gone. */
  readonly doubt: 'changed' | 'orphan' | undefined;
  /** What its colour means, and where it stands: `事实 · 1版 ¶4`, and what is doubtful. */
  readonly title: string;
  readonly quote: string;
  readonly note: string;
  /** As a vault takes them, without `#`. */
  readonly tags: readonly string[];
  /** `jianbao://…` */
  readonly address: string;
}

/** How a profile writes what is not the article's text. */
export interface RegionStyle {
  readonly text: (article: Article, labels: Labels) => string;
  /** A note on the whole article, or what was corrected in it. */
  readonly aside: (kind: 'note' | 'corrections', title: string, markdown: string) => string;
  readonly mark: (view: MarkView, labels: Labels) => string;
  /** For a highlight that is gone while others point at it; empty where nothing can point at one. */
  readonly removed: (shortId: string, labels: Labels) => string;
  /** All of them below their heading. */
  readonly marks: (heading: string, marks: readonly string[]) => string;
}

export function renderHeading(article: Article, labels: Labels): string {
  return `# ${escapeInside(oneLine(article.title)) || labels.noTitle}`;
}

/** A region that would be empty is left out. */
export function renderRegions(sources: RenderSources, style: RegionStyle): Regions {
  const { article, corrections, timeZone, labels } = sources;
  const corrected = renderCorrections(corrections, timeZone, labels);
  const regions = {
    text: style.text(article, labels),
    corrections: corrected === '' ? '' : style.aside('corrections', labels.corrected(corrections.length), corrected),
    note: article.note.trim() === '' ? '' : style.aside('note', labels.note, quietMarkdown(article.note)),
    highlights: renderMarks(sources, style),
  };
  return withoutEmpty(regions);
}

export function withoutEmpty(regions: Regions): Regions {
  return Object.fromEntries(Object.entries(regions).filter(([, content]) => content !== ''));
}

/** The article's blocks, as they stand in a file of Markdown. */
export const plainText: RegionStyle['text'] = (article) => renderText(article);

/** Parts below a heading of their own, a blank line between two. */
export function belowHeading(heading: string, parts: readonly string[]): string {
  return [`## ${heading}`, ...parts].join('\n\n');
}

function renderMarks({ article, marks, removed, archive, labels }: RenderSources, style: RegionStyle): string {
  const ink = marks.length === 0 ? '' : inkOf(article.body);
  const written = [
    ...marks.map((mark) => style.mark(viewOf(mark, article, ink, archive, labels), labels)),
    ...removed.map((id) => style.removed(id, labels)),
  ].filter((part) => part !== '');
  return written.length === 0 ? '' : style.marks(labels.highlights, written);
}

export function viewOf(mark: Annotation, article: Article, ink: string, archive: string, labels: Labels): MarkView {
  const { state, colour } = mark;
  const doubt = state === 'changed' || state === 'orphan' ? state : undefined;
  const number = doubt === 'orphan' ? 0 : paragraphNumber(article, mark.quote.start);
  const place = [article.page && escapeInside(labels.page(oneLine(article.page))), number > 0 && `¶${number}`]
    .filter((part) => part)
    .join(' ');
  const meaning = mark.kind === 'bookmark' ? labels.bookmark : labels.colours[colour];
  return {
    mark,
    doubt,
    title: [meaning, place, doubt ? labels.states[doubt] : ''].filter((part) => part !== '').join(' · '),
    quote: paragraphs(visibleLines(mark.quote.exact)),
    note: quietMarkdown(mark.note),
    tags: mark.tags.map(tagName).filter((tag) => tag !== ''),
    address: `jianbao://${archive}/highlight/${mark.shortId}${queryOf(mark, article.body, ink)}`,
  };
}

/** Counts the paragraphs a reader counts, from one; 0 before the first. */
function paragraphNumber(article: Article, position: number): number {
  return article.blocks.filter(({ role, span }) => role === 'paragraph' && span.start <= position).length;
}
