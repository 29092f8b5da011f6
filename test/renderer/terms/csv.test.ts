import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../renderer/src/features/terms/csv.ts';
import { readNames } from '../../../renderer/src/features/terms/names.ts';

describe('a cell is written so that no spreadsheet runs it', () => {
  test.each([
    ['林越', '林越'],
    ['=cmd|"/c calc"!A1', '"\'=cmd|""/c calc""!A1"'],
    ['+1', "'+1"],
    ['-甲', "'-甲"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['甲,乙', '"甲,乙"'],
    ['甲\n乙', '"甲\n乙"'],
    [12, '12'],
    [-3, '-3'],
  ])('%j', (value, written) => expect(toCsv([[value]])).toBe(`\ufeff${written}\r\n`));
});

test('names are read one a line, the first column of a table, each once', () => {
  expect(readNames('林越\r\n\n  “陈舟” \n林越\nAnna Lin\t记者\n"周, 甲"\n')).toEqual([
    '林越',
    '陈舟',
    'Anna Lin',
    '周, 甲',
  ]);
});
