import type { CleanArticle } from './article.ts';
import { chooseArticles } from './choose.ts';
import { type Column, type Strip, setInColumns, strip } from './columns.ts';
import { type Labels, type PrintedPage, type PrintStyle, printPage } from './print.ts';
import { type Random, seeded } from './random.ts';

/** What was done to a page, for a table by kind of damage. */
export type Damage =
  | 'tails first'
  | 'rotation'
  | 'interleaving'
  | 'spaces at the printed width'
  | 'printed lines'
  | 'captions inside'
  | 'lost last lines'
  | 'title after text'
  | 'duplicate'
  | 'extractor marks'
  | 'boxes'
  | 'one topic';

export interface ScrambledPage {
  readonly seed: number;
  readonly raw: string;
  readonly labels: Labels;
  readonly damages: readonly Damage[];
}

interface Story {
  readonly article: CleanArticle;
  readonly head: Column;
  columns: Column[];
  readonly tail: Column;
  /** Goes below the first column instead of above it. */
  lateTitle: Strip[];
}

/**
 * How often each damage is done, set so that a thousand characters are damaged as often as those of the labelled
 * pages, in each kind and together, up to a fifth as often again; `npm run bench:desk` prints both.
 */
const SHARE = {
  english: 0.12,
  pagesWithLostEnds: 0.67,
  lostEnds: 0.088,
  lateTitle: 0.095,
  tailsFirst: 0.4,
  interleaving: 0.02,
  rotation: 0.5,
  caption: 0.34,
  copy: 0.31,
  marks: 0.35,
  boxInside: 1,
  spaces: 0.39,
  lines: 0.2,
} as const;

const FURNITURE = ['责任编辑 江海 版式 何田', '校对：林一 邮箱：news@example.com', 'A07', '2025年11月21日 星期五'];

/** Chooses articles, sets them in columns and damages the page as extractors damage real ones. */
export function scramblePage(seed: number, articles: readonly CleanArticle[]): ScrambledPage {
  const random = seeded(seed);
  const damages = new Set<Damage>();
  const wanted = random.chance(SHARE.english) ? 'en' : 'zh';
  const lang = articles.some((article) => article.lang === wanted) ? wanted : (articles[0]?.lang ?? 'zh');
  const chosen = chooseArticles(
    articles.filter((article) => article.lang === lang),
    random,
  );
  const topics = new Set(chosen.map((article) => article.fields.topic));
  if (topics.size === 1 && !topics.has(undefined)) damages.add('one topic');
  const lost = random.chance(SHARE.pagesWithLostEnds) ? SHARE.lostEnds : 0;
  const width = lang === 'en' ? random.int(18, 26) : random.int(12, 18);
  const stories = chosen.map((article): Story => {
    const columns = setInColumns(article, { width, height: random.int(15, 39), lost }, random);
    return { article, head: headOf(article), columns, tail: tailOf(article), lateTitle: [] };
  });
  if (stories.some((story) => story.columns.flat().some((part) => part.lostEnd))) damages.add('lost last lines');
  for (const story of stories) damageStory(story, random, damages);
  let columns = arrange(stories, random, damages);
  if (random.chance(SHARE.rotation)) columns = rotate(columns, stories, damages);
  columns = insertCaptions(columns, stories, random, damages);
  if (random.chance(SHARE.copy)) columns = duplicate(columns, random, damages);
  let marks = false;
  if (random.chance(SHARE.marks)) {
    damages.add('extractor marks');
    marks = random.chance(0.5);
    columns.splice(random.int(0, columns.length), 0, [{ ...strip({ name: '' }, 'noise', random.pick(FURNITURE)) }]);
  }
  const style = chooseStyle(lang, random);
  if (style === 'space') damages.add('spaces at the printed width');
  if (style === 'line') damages.add('printed lines');
  const printed: PrintedPage = printPage(columns, chosen, { seed, style, marks, indent: random.chance(0.5) });
  return { seed, raw: printed.raw, labels: printed.labels, damages: [...damages] };
}

function chooseStyle(lang: 'zh' | 'en', random: Random): PrintStyle['style'] {
  if (lang === 'en') return random.pick(['none', 'line']);
  if (random.chance(SHARE.spaces)) return 'space';
  return random.chance(SHARE.lines / (1 - SHARE.spaces)) ? 'line' : 'none';
}

function headOf(article: CleanArticle): Column {
  const { fields } = article;
  const head: Column = [];
  const add = (role: string, text: string | undefined) => {
    if (text) head.push(strip(article, role, text));
  };
  add('continuation_mark', fields.mark);
  if (article.kind === 'editor_note') {
    add('title', fields.title);
    add('label', fields.label);
  } else {
    add('label', fields.label);
    add('kicker', fields.kicker);
    add('title', fields.title);
    add('subtitle', fields.subtitle);
  }
  add('byline', fields.byline);
  add('dateline', fields.dateline);
  add('lead byline', fields.leadbyline);
  return head;
}

function tailOf(article: CleanArticle): Column {
  const tail: Column = [];
  if (article.fields.closing) tail.push(strip(article, 'byline', article.fields.closing));
  if (article.fields.note) tail.push(strip(article, 'author_note', article.fields.note));
  if (article.fields.onward) tail.push(strip(article, 'continuation_mark', article.fields.onward));
  return tail;
}

function damageStory(story: Story, random: Random, damages: Set<Damage>): void {
  const titled = story.head.some((part) => part.role === 'title');
  const anchored = story.head.some(
    (part) => part.role === 'byline' || (part.role === 'label' && story.article.kind === 'commentary'),
  );
  if (titled && anchored && random.chance(SHARE.lateTitle)) {
    story.lateTitle = story.head.filter((part) => part.role === 'title' || part.role === 'subtitle');
    story.head.splice(0, story.head.length, ...story.head.filter((part) => !story.lateTitle.includes(part)));
    damages.add('title after text');
  }
  if (story.columns.length >= 3 && random.chance(SHARE.tailsFirst)) {
    const [first, ...rest] = story.columns;
    const moved = rest.splice(-random.int(1, Math.min(3, rest.length - 1)));
    // Tails keep their order and stand between the first column and the rest.
    if (first) story.columns = [first, ...moved, ...rest];
    damages.add('tails first');
  }
}

/** Story after story; some are interleaved column by column, boxes stand inside their hosts. */
function arrange(stories: readonly Story[], random: Random, damages: Set<Damage>): Column[] {
  const boxes = new Map<string, Story[]>();
  const free: Story[] = [];
  for (const story of stories) {
    const parent = story.article.fields.parent;
    if (parent) boxes.set(parent, [...(boxes.get(parent) ?? []), story]);
    else free.push(story);
  }
  const flow = (story: Story): Column[] => {
    const [first, ...rest] = story.columns;
    const columns: Column[] = [[...story.head, ...(first ?? [])], ...rest];
    if (story.lateTitle.length > 0)
      columns.splice(story.article.kind === 'commentary' ? columns.length : 1, 0, story.lateTitle);
    if (story.tail.length > 0) columns.push(story.tail);
    for (const box of boxes.get(story.article.name) ?? []) {
      damages.add('boxes');
      // A box stands between two columns of its host or below it all; it does not part the halves of a sentence.
      const between = columns.flatMap((column, at) => (at > 0 && !goesOn(columns[at - 1], column) ? [at] : []));
      const inside = between.length > 0 && random.chance(SHARE.boxInside);
      columns.splice(inside ? random.pick(between) : columns.length, 0, ...flow(box));
    }
    return columns;
  };
  const result: Column[] = [];
  for (let at = 0; at < free.length; at++) {
    const story = free[at];
    const next = free[at + 1];
    if (!story) continue;
    const bylined = next?.head.some((part) => part.role === 'byline' || part.role === 'dateline');
    if (
      next &&
      bylined &&
      !boxes.has(story.article.name) &&
      !boxes.has(next.article.name) &&
      story.columns.length > 1 &&
      story.tail.length === 0 &&
      random.chance(SHARE.interleaving)
    ) {
      damages.add('interleaving');
      const a = flow(story);
      const b = flow(next);
      while (a.length > 0 || b.length > 0) result.push(...a.splice(0, 1), ...b.splice(0, 1));
      at++;
    } else result.push(...flow(story));
  }
  return result;
}

const goesOn = (above: Column | undefined, below: Column) => {
  const last = above?.at(-1);
  const first = below[0];
  return (
    first !== undefined &&
    !first.firstOfParagraph &&
    first.article === last?.article &&
    first.paragraph === last.paragraph &&
    first.text !== last.text
  );
};

/** The last column of one story is printed at the very top of the dump. */
function rotate(columns: Column[], stories: readonly Story[], damages: Set<Damage>): Column[] {
  const last = columns.at(-1);
  const story = stories.at(-1);
  if (
    !last ||
    !story ||
    columns.length < 3 ||
    story.tail.length > 0 ||
    last[0]?.role !== 'paragraph' ||
    last[0].firstOfParagraph
  )
    return columns;
  damages.add('rotation');
  return [last, ...columns.slice(0, -1)];
}

function insertCaptions(columns: Column[], stories: readonly Story[], random: Random, damages: Set<Damage>): Column[] {
  const result = [...columns];
  for (const story of stories) {
    const [caption, credit] = (story.article.fields.caption ?? '').split('|').map((part) => part.trim());
    if (!caption || !credit || !random.chance(SHARE.caption)) continue;
    const places = result.flatMap((column, at) =>
      column.some((part) => part.article === story.article.name && part.role === 'paragraph') ? [at + 1] : [],
    );
    const place = random.pick(places.length > 0 ? places : [result.length]);
    damages.add('captions inside');
    result.splice(place, 0, [strip(story.article, 'caption', caption), strip(story.article, 'photo_credit', credit)]);
  }
  return result;
}

/** A passage of whole paragraphs stands a second time further down. */
function duplicate(columns: Column[], random: Random, damages: Set<Damage>): Column[] {
  const whole = columns
    .flat()
    .filter(
      (part) =>
        part.role === 'paragraph' &&
        part.firstOfParagraph &&
        part.lastOfParagraph &&
        !part.lostEnd &&
        part.text.length >= 60,
    );
  if (whole.length === 0) return columns;
  damages.add('duplicate');
  const copied = random.pick(whole);
  const at = columns.findIndex((column) => column.includes(copied));
  const copy: Strip = { ...copied, role: 'duplicate' };
  const result = [...columns];
  result.splice(random.int(at + 1, columns.length), 0, [copy]);
  return result;
}
