import { expect, test } from 'vitest';
import { type AllowedSkip, listSkips, listStale, listTests, tellFailure, tellSkips } from './results.ts';

const report = {
  success: false,
  testResults: [
    {
      name: '/repo/test/a.test.ts',
      status: 'passed',
      assertionResults: [
        { fullName: 'it reads', status: 'passed' },
        { fullName: 'it writes on Electron', status: 'skipped' },
        { fullName: 'it will fly', status: 'todo' },
      ],
    },
    { name: '/repo/test/b.test.ts', status: 'failed', assertionResults: [] },
  ],
};
const entry = (title: string): AllowedSkip => ({
  file: 'test/a.test.ts',
  title,
  host: 'Linux without Electron',
  reason: 'the binary cannot be fetched there',
});

test('a file that fails before its first test counts as a failed test', () => {
  expect(listTests(report, '/repo/').map(({ file, state }) => [file, state])).toEqual([
    ['test/a.test.ts', 'passed'],
    ['test/a.test.ts', 'skipped'],
    ['test/a.test.ts', 'skipped'],
    ['test/b.test.ts', 'failed'],
  ]);
});

test('a skip is allowed by file and title, whole or by their beginning, and by nothing else', () => {
  const tests = listTests(report, '/repo/');
  const allows = (title: string) => listSkips(tests, [entry(title)]).map(({ allowed }) => allowed !== undefined);
  expect(allows('it writes on Electron')).toEqual([true, false]);
  expect(allows('it w…')).toEqual([true, true]);
  expect(allows('it writes')).toEqual([false, false]);
  expect(listSkips(tests, [{ ...entry('it w…'), file: 'test/…' }]).every(({ allowed }) => allowed)).toBe(true);
  expect(listSkips(tests, [{ ...entry('it w…'), file: 'test/b.test.ts' }]).every(({ allowed }) => !allowed)).toBe(true);
});

test('an entry that names no test of a file that ran is stale', () => {
  const tests = listTests(report, '/repo/');
  const elsewhere = { ...entry('it sings'), file: 'test/not-run.test.ts' };
  expect(listStale(tests, [entry('it reads'), entry('it sings'), elsewhere])).toEqual([entry('it sings')]);
});

test('a failure is told again with its sentence and its place in our own files, without the frames of libraries', () => {
  const failureMessages = [
    'AssertionError: expected 1 to be 2\n    at /repo/node_modules/vitest/a.js:1:1\n    at /repo/test/c.test.ts:7:3\n',
  ];
  const [test] = listTests(
    {
      success: false,
      testResults: [
        {
          name: '/repo/test/c.test.ts',
          status: 'failed',
          assertionResults: [{ fullName: 'it counts', status: 'failed', failureMessages }],
        },
      ],
    },
    '/repo/',
  );
  expect(test && tellFailure(test)).toBe(
    [
      'failed: test/c.test.ts › it counts',
      '    AssertionError: expected 1 to be 2',
      '        at /repo/test/c.test.ts:7:3',
    ].join('\n'),
  );
});

test('skips are told once for each reason, with the number of tests of each file', () => {
  const tests = listTests(report, '/repo/');
  expect(tellSkips(listSkips(tests, [entry('it w…')]))).toEqual([
    'skipped (Linux without Electron: the binary cannot be fetched there): test/a.test.ts ×2',
  ]);
  expect(tellSkips(listSkips(tests, []))).toEqual(['skipped (no reason is given): test/a.test.ts ×2']);
});
