import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeLine, unescapeInside, visibleLines } from '#archive/export/escape.ts';
import { quietMarkdown } from '#archive/export/note-markdown.ts';
import { HighlightColour } from '#contract/annotations.ts';
import type { BlockRole } from '#contract/derivation.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store } from '../temporary-archive.ts';
import { broughtBack, dumpOf } from './brought-back.ts';
import { piece } from './hostile-texts.ts';
import { type VaultFixture, vaultFixture } from './vault-fixture.ts';

const ARTICLES = 1000;
const ROLES: readonly BlockRole[] = [
  'paragraph',
  'subhead',
  'caption',
  'quotation',
  'list_item',
  'title',
  'preformatted',
];
const TAGS = ['就业', '就业/城镇 新增', '1978', 'a#b', '核查/待核', 'C++', '“双减”', '!!!'];
const NOTES = [
  '',
  '与公告**不符**。',
  '1. 一\n2. 二',
  '> 引\n\n- 甲\n  - 乙',
  '#标签',
  '前\n\n#甲 #乙',
  '```js\na = 1\n```',
  '行末两空格  \n断行',
  '### <a id',
  '**批注** 假的',
  '[在剪报中打开](jianbao://0123456789/highlight/0123456789)',
  '^jb-0123456789',
  '- Note: 甲\n    - Tags: [[乙]]',
  '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
  '%%注%% ==亮== $x$',
].map(quietMarkdown);

const line = fc
  .array(piece, { minLength: 1, maxLength: 14 })
  .map((parts) => visibleLines(parts.join(''))[0] ?? '')
  .filter((text) => text !== '');
const sample = fc.record({
  title: line.map((text) => text.replace(/\s+/g, ' ')),
  blocks: fc.array(fc.tuple(fc.constantFrom(...ROLES), line), { minLength: 1, maxLength: 6 }),
  headline: fc.constantFrom(0, 0, 0, 1, -1),
  publication: fc.constantFrom(null, '江城日报', '某报: “周末”'),
  edtf: fc.constantFrom(null, '2018-11-05', '2018-11', '2018', '201X'),
  pageLabel: fc.constantFrom(null, '1', 'A04'),
  section: fc.constantFrom(null, '要闻'),
  url: fc.constantFrom(null, 'https://example.org/a?b=c&d=(e)'),
  language: fc.constantFrom(null, 'zh-CN', 'en'),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
  note: fc.constantFrom(...NOTES),
  marks: fc.array(
    fc.record({
      from: fc.double({ min: 0, max: 0.999, noNaN: true }),
      length: fc.integer({ min: 1, max: 30 }),
      colour: fc.constantFrom(...HighlightColour.options),
      note: fc.constantFrom(...NOTES),
      tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
      isBookmark: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
type Sample = typeof sample extends fc.Arbitrary<infer One> ? One : never;

/** The derivation of a text file of these lines, with other roles. */
function documentFrom({ title, blocks, headline, edtf, section, ...rest }: Sample) {
  const lines = [...blocks];
  if (headline >= 0) lines.splice(Math.min(headline, lines.length), 0, ['title', title]);
  const [[, first] = ['', ''], ...others] = lines;
  const document = documentOf([{ title: first, paragraphs: others.map(([, text]) => text) }], {
    publication: rest.publication,
    date: edtf === null ? null : { edtf, printed: null, inferred: false },
    url: rest.url,
    language: rest.language,
    pageLabel: rest.pageLabel,
  });
  const [derived] = document.derivation.articles;
  if (!derived) throw new Error('no article');
  const roled = derived.blocks.map((block, at) => ({ ...block, role: lines[at]?.[0] ?? 'paragraph' }));
  const articles = [{ ...derived, title, blocks: roled }];
  return { ...document, derivation: { ...document.derivation, articles }, metadata: { ...document.metadata, section } };
}

async function fill({ here }: VaultFixture, samples: readonly Sample[]): Promise<void> {
  const { client } = here;
  for (const [index, one] of samples.entries()) {
    const { articles } = await store(here, { ...documentFrom(one), importer: `test ${index}` }, `${index}.txt`);
    const [article] = articles as ArticleId[];
    if (!article) throw new Error('nothing was stored');
    if (one.tags.length > 0) await client.tags.apply({ articles: [article], add: one.tags });
    if (one.note !== '') await client.articles.setNote({ id: article, note: one.note });
    const { body } = await client.articles.get({ id: article });
    for (const { from, length, colour, note, tags, isBookmark } of one.marks) {
      let [start, end] = [Math.floor(from * body.length), 0];
      while (/\s/.test(body[start] ?? '')) start += 1;
      end = Math.min(body.length, start + length);
      while (/\s/.test(body[end - 1] ?? '')) end -= 1;
      if (start >= end) continue;
      const kind = isBookmark ? ('bookmark' as const) : ('highlight' as const);
      // A bookmark's colour says nothing, and no file says it.
      const what = { kind, colour: isBookmark ? ('fact' as const) : colour, note };
      const { annotation } = await client.annotations.create({ article, span: { start, end }, ...what });
      if (tags.length > 0) await client.annotations.update({ id: annotation.id, tags });
    }
  }
}

test('what is escaped is unescaped to the same', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
      for (const text of visibleLines(parts.join(''))) expect(unescapeInside(escapeLine(text))).toBe(text);
    }),
    { numRuns: 10_000, seed: 20261122 },
  );
});

test(`${ARTICLES} articles come back of their Markdown alone: text, ids, marks, notes, tags and properties`, async () => {
  const fixture = await vaultFixture();
  try {
    await fill(fixture, fc.sample(sample, { numRuns: ARTICLES, seed: 20261122 }));
    const before = await dumpOf(fixture.here.client);
    expect(before.length).toBeGreaterThan(ARTICLES * 0.95);
    expect(before.flatMap(({ marks }) => marks).length).toBeGreaterThan(ARTICLES);
    await fixture.run({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    const back = await broughtBack(fixture.dir);
    try {
      expect(back.events.filter(({ state }) => state === 'refused')).toEqual([]);
      const after = await dumpOf(back.here.client);
      expect(after.filter((article, index) => !isDeepStrictEqual(article, before[index])).slice(0, 3)).toEqual([]);
      expect(after).toEqual(before);
    } finally {
      await back.here.close();
    }
  } finally {
    await fixture.close();
  }
}, 600_000);
