import { expect, test } from 'vitest';
import type { Annotation } from '#contract/annotations.ts';
import { numberedNotes, printedMarks, runsOf } from '../../../renderer/src/features/reader/print-runs.ts';

const TEXT = '渡口新添两艘渡船。\n末班在雾里靠岸。';
const FIRST = { start: 0, end: 9 };
const SECOND = { start: 10, end: 18 };

function mark(words: string, rest: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(words);
  const quote = { start, end: start + words.length, exact: words, prefix: '', suffix: '' };
  const kept = { id: words, articleId: 'a', shortId: words, createdAt: 0, updatedAt: 0, revision: 0 } as unknown;
  return {
    ...(kept as Annotation),
    kind: 'highlight',
    quote,
    colour: 'fact',
    note: '',
    tags: [],
    confidential: false,
    state: 'exact',
    ...rest,
  };
}

/** The runs as one can read them: words, the marks over them, the numbers after them. */
function read(block: { start: number; end: number }, marks: readonly Annotation[]): string[] {
  return runsOf(block, marks, numberedNotes(marks)).map(
    ({ start, end, marks, notes }) => `${TEXT.slice(start, end)} [${marks.map(({ id }) => id)}] ${notes}`,
  );
}

test('a block without marks is one run', () => {
  expect(read(FIRST, [mark('末班')])).toEqual(['渡口新添两艘渡船。 [] ']);
});

test('marks that overlap are cut where either begins or ends; each number stands where its words end', () => {
  expect(read(FIRST, [mark('新添两艘', { note: '何时？' }), mark('两艘渡船', { note: '多大？' })])).toEqual([
    '渡口 [] ',
    '新添 [新添两艘] ',
    '两艘 [新添两艘,两艘渡船] 1',
    '渡船 [两艘渡船] 2',
    '。 [] ',
  ]);
});

test('a mark over two paragraphs is in both, its number only after the last', () => {
  const over = [mark('渡船。\n末班', { note: '同一条船' })];
  expect(read(FIRST, over)).toEqual(['渡口新添两艘 [] ', '渡船。 [渡船。\n末班] ']);
  expect(read(SECOND, over)).toEqual(['末班 [渡船。\n末班] 1', '在雾里靠岸。 [] ']);
});

test('a mark whose words are gone marks nothing, and its note comes last; blank notes have no number', () => {
  const gone = mark('渡口', { state: 'orphan', note: '旧' });
  const marks = [gone, mark('两艘', { note: '新' }), mark('末班', { note: ' \n' })];
  expect(numberedNotes(marks).map(({ note }) => note)).toEqual(['新', '旧']);
  expect(read(FIRST, marks)).toEqual(['渡口新添 [] ', '两艘 [两艘] 1', '渡船。 [] ']);
});

test('what is confidential is not printed', () => {
  expect(printedMarks([mark('渡口', { confidential: true }), mark('末班')]).map(({ id }) => id)).toEqual(['末班']);
});
