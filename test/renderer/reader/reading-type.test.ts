import { expect, test } from 'vitest';
import { readingDirection, readingLayout } from '../../../renderer/src/features/reader/reading-type.ts';

const type = { size: 18, measure: 36, leading: 1.85, face: 'serif', direction: 'horizontal' } as const;
const widthOf = (pane: number) => (readingLayout(type, pane).style as Record<string, string>)['--text-width'];

test('the text keeps its measure where there is room, and is whole characters wide where there is not', () => {
  expect([widthOf(1400), widthOf(900), widthOf(860), widthOf(500)]).toEqual(['648px', '648px', '612px', '432px']);
});

test('cards stand in a margin as long as thirty characters a line are left', () => {
  expect([1400, 860, 780, 779, 500].map((pane) => readingLayout(type, pane).isWide)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('only what can be read in columns is set in them', () => {
  const set = (body: string, language: string | null = null) => readingDirection('vertical', { body, language });
  expect([set('清晨六点半'), set('Half past six'), set('Half past six', 'zh-Hant'), set('清晨', 'en')]).toEqual([
    'vertical',
    'horizontal',
    'vertical',
    'horizontal',
  ]);
  expect(readingDirection('horizontal', { body: '清晨六点半', language: 'zh-Hans' })).toBe('horizontal');
});
