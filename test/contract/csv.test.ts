import { describe, expect, test } from 'vitest';
import { toCsv } from '#contract/csv.ts';

describe('a cell is written so that no spreadsheet runs it', () => {
  test.each([
    ['林越', '林越'],
    ['=cmd|"/c calc"!A1', '"\'=cmd|""/c calc""!A1"'],
    ['+1', '+1'],
    ['-3.1%', '-3.1%'],
    ['－3.1％', '－3.1％'],
    ['-1,200', '"-1,200"'],
    ['-3.1%，', "'-3.1%，"],
    ['-2+3', "'-2+3"],
    ["+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"],
    ['-1\n=1', '"\'-1\n=1"'],
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
