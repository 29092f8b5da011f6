import type { Labels } from '../archive/desk/scramble/print.ts';

/** What can be counted of a page's damage from its raw text and its labels alone. */
const KINDS = [
  'cut sentences',
  'halves apart',
  'halves before their head',
  'captions between halves',
  'lost ends',
  'returns to a story',
  'titles behind text',
  'boxes in a story',
  'copied passages',
  'furniture and marks',
  'layout spaces',
] as const;
type DamageKind = (typeof KINDS)[number];

type DamageCounts = Readonly<Record<DamageKind, number>>;

/** As much of a labels file as is counted here: the scrambler's, or one made by hand. */
export interface DamageLabels {
  readonly articles: readonly {
    readonly id: string;
    readonly parent?: string | null;
    readonly paragraphs: readonly {
      readonly pieces: readonly (readonly [number, number])[];
      readonly truncated_end?: boolean;
    }[];
  }[];
  readonly joins: readonly {
    readonly left_end: number;
    readonly right_start: number | null;
    readonly in_duplicate?: boolean;
  }[];
  readonly coverage: Labels['coverage'];
  readonly cjk_spaces?: { readonly remove_offsets?: readonly number[] };
}

/** Stands between the halves of a sentence without being another text. */
const ASIDE = new Set(['caption', 'photo_credit']);

/** How many times a page was damaged in each way. */
export function countDamage(labels: DamageLabels): DamageCounts {
  const ranges = labels.coverage.ranges.toSorted((a, b) => a.start - b.start);
  const halves = labels.joins.flatMap(({ left_end, right_start, in_duplicate }) => {
    if (right_start === null || in_duplicate) return [];
    const between = ranges.filter((range) => range.start >= left_end && range.end <= right_start);
    return [{ left_end, right_start, between }];
  });
  const apart = halves.filter(
    (half) => half.right_start < half.left_end || half.between.some((range) => !ASIDE.has(range.role)),
  );
  const paragraphs = labels.articles.flatMap((article) => article.paragraphs);
  const stories = bodyRuns(ranges);
  const late = labels.articles.filter((article) => {
    const own = ranges.filter((range) => range.article === article.id);
    const title = own.findIndex((range) => range.role === 'title');
    const text = own.findIndex((range) => range.role === 'paragraph');
    return title >= 0 && text >= 0 && text < title;
  });
  const inside = labels.articles.filter((article) => {
    const host = stories.flatMap((run, at) => (run === article.parent ? [at] : []));
    const own = stories.indexOf(article.id);
    return host.some((at) => at < own) && host.some((at) => at > own);
  });
  return {
    'cut sentences': halves.length,
    'halves apart': apart.length,
    'halves before their head': apart.filter((half) => half.right_start < half.left_end).length,
    'captions between halves': halves.filter((half) => half.between.length > 0 && !apart.includes(half)).length,
    'lost ends': paragraphs.filter((paragraph) => paragraph.truncated_end).length,
    'returns to a story': stories.length - new Set(stories).size,
    'titles behind text': late.length,
    'boxes in a story': inside.length,
    'copied passages': ranges.filter((range, at) => range.role === 'duplicate' && ranges[at - 1]?.role !== 'duplicate')
      .length,
    'furniture and marks': ranges.filter((range) => range.role === 'noise').length,
    'layout spaces': labels.cjk_spaces?.remove_offsets?.length ?? 0,
  };
}

/** The stories of the running text in the order of the print, each run once. */
function bodyRuns(ranges: DamageLabels['coverage']['ranges']): string[] {
  const runs: string[] = [];
  for (const range of ranges) if (range.role === 'paragraph' && runs.at(-1) !== range.article) runs.push(range.article);
  return runs;
}

/** Damage for every 1,000 visible characters of some pages, pooled. */
export function damageRate(pages: readonly { readonly raw: string; readonly labels: DamageLabels }[]): DamageCounts {
  const characters = pages.reduce((sum, { raw }) => sum + raw.replace(/\s/gu, '').length, 0);
  const counts = pages.map(({ labels }) => countDamage(labels));
  const rates = KINDS.map((kind) => [kind, (counts.reduce((sum, count) => sum + count[kind], 0) * 1000) / characters]);
  return Object.fromEntries(rates);
}

export interface DamageRow {
  readonly kind: string;
  readonly labelled: number;
  readonly scrambled: number;
  /** Scrambled against labelled; infinite for a kind that no labelled page has. */
  readonly ratio: number;
}

/** Kind by kind and together; layout spaces are so many that they stand beside the sum of the others. */
export function damageRows(labelled: DamageCounts, scrambled: DamageCounts): DamageRow[] {
  const row = (kind: string, a: number, b: number): DamageRow => ({
    kind,
    labelled: a,
    scrambled: b,
    ratio: a === 0 ? Number.POSITIVE_INFINITY : b / a,
  });
  const sum = (counts: DamageCounts) =>
    KINDS.reduce((total, kind) => total + counts[kind], 0) - counts['layout spaces'];
  return [
    ...KINDS.map((kind) => row(kind, labelled[kind], scrambled[kind])),
    row('all but layout spaces', sum(labelled), sum(scrambled)),
  ];
}
