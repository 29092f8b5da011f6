import { expect, test } from 'vitest';
import type { Block } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { ArticleId, CorrectionId } from '#contract/ids.ts';
import { correctedSpans } from '../../../renderer/src/features/corrections/corrected-spans.ts';

const block = (start: number, end: number, pieces: Block['pieces']): Block => ({
  role: 'paragraph',
  level: null,
  span: { start, end },
  pieces,
  openEnd: false,
  confidence: 1,
});
const correction = (was: string, now: string): Correction => ({
  id: '' as CorrectionId,
  article: '' as ArticleId,
  who: '',
  at: 0,
  why: '',
  state: 'done',
  changes: [
    [
      { kind: 'gone', text: was },
      { kind: 'new', text: now },
    ],
  ],
  canGoBack: false,
});

test('words that a person corrected stand where their piece comes in the text, however long the source was there', () => {
  const blocks = [
    block(0, 5, [[100, 105]]),
    block(6, 14, [
      [10, 13],
      [13, 15, '八成半'],
      [15, 17],
    ]),
  ];
  expect(correctedSpans(blocks, [correction('六成', '八成半')])).toEqual([{ start: 9, end: 12 }]);
});

test('what a reader of files put in place of its source is no correction, and what was taken out is nowhere', () => {
  const blocks = [
    block(0, 3, [
      [0, 1],
      [1, 6, '&'],
      [6, 9, ''],
      [9, 10],
    ]),
  ];
  expect(correctedSpans(blocks, [correction('甲', '乙')])).toEqual([]);
  expect(correctedSpans(blocks, [correction('甲', '')])).toEqual([]);
});
