import { expect, test } from 'vitest';
import type { Block } from '../../../electron/contract/articles.ts';
import { sectionsOf } from '../../../renderer/src/features/reader/sections.ts';

const PLAIN = { pieces: [], openEnd: false, confidence: 1 } as const;
function articleOf(...parts: readonly (readonly [Block['role'], number | null, string])[]) {
  let at = 0;
  const blocks = parts.map(([role, level, text]) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return { ...PLAIN, role, level, span } as unknown as Block;
  });
  return { blocks, body: parts.map(([, , text]) => text).join('\n') };
}

test('title and section heads are the contents, by rank; a head across two lines is one line', () => {
  const article = articleOf(
    ['kicker', null, '眉题'],
    ['title', 1, '标题'],
    ['paragraph', null, '正文'],
    ['subhead', null, '先问\n住户'],
    ['subhead', 3, '再动砖瓦'],
    ['caption', null, '图'],
  );
  expect(sectionsOf(article)).toEqual([
    { start: 3, text: '标题', depth: 0 },
    { start: 9, text: '先问 住户', depth: 0 },
    { start: 15, text: '再动砖瓦', depth: 1 },
  ]);
});
