import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, nameKey, safeName, wishedPath } from '#archive/export/file-names.ts';
import { FOLDER_NAMES, labelsFor } from '#archive/export/labels.ts';

const labels = labelsFor({ language: 'zh-CN', title: '', body: '' });
const dated = (edtf: string) => ({ edtf, printed: null, inferred: false });

test.each([
  [
    { publication: '某某日报', date: dated('2018-11-05'), page: '1', title: '渡口新添两艘渡船' },
    '某某日报/2018/2018-11-05 1版 渡口新添两艘渡船',
  ],
  [{ publication: '某某日报', date: null, page: 'A04', title: '渡口' }, '某某日报/日期不详/A04版 渡口'],
  [
    { publication: null, date: dated('2018-11-05'), page: '../2', title: '渡口' },
    '未署报名/2018/2018-11-05 .._2版 渡口',
  ],
  [{ publication: null, date: null, page: null, title: '' }, '未署报名/日期不详/无题'],
  [
    { publication: '晚报', date: dated('2023-10~'), page: null, title: '甲/乙: "丙"?' },
    '晚报/2023/2023-10 甲_乙_ _丙__',
  ],
  [{ publication: '../..', date: dated('2023'), page: null, title: '..' }, '_/2023/2023 无题'],
])('%j belongs in %s', (article, path) => {
  expect(wishedPath(article, labels, FOLDER_NAMES.zh)).toBe(path);
});

test.each([
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['com1 报告', '_com1 报告'],
  ['COM¹', '_COM¹'],
  ['console', 'console'],
  ['结尾的点...', '结尾的点'],
  ['.hidden', 'hidden'],
  ['-rf', 'rf'],
  ['左\u202e右', '左右'],
  ['零\u200b宽', '零宽'],
  ['一\n二\t三', '一 二 三'],
  ['半\ud800个', '半\ufffd个'],
  ['cafe\u0301', 'café'],
])('%j is written as %j', (title, name) => {
  expect(safeName(title)).toBe(name);
});

test('a long title is cut between characters, never within one, and leaves room for what follows', () => {
  const name = fileName(`a/${'🇨🇳'.repeat(30)}`, '2');
  expect(Buffer.byteLength(name.slice(2))).toBeLessThanOrEqual(200);
  expect(name).toMatch(/^a\/(?:🇨🇳)+ \(2\)\.md$/u);
});

test('names that one file system or another takes for the same have one key', () => {
  expect(new Set(['Straße', 'STRASSE', 'strasse'].map(nameKey)).size).toBe(1);
  expect(nameKey('cafe\u0301')).toBe(nameKey('CAFÉ'));
});

test('whatever the title, the file name is one that three systems take', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom(...'\\/:*?"<>|#^[]. -\n\0\u202e\ud800'),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        ),
        maxLength: 120,
      }),
      (title) => {
        const path = fileName(
          wishedPath({ publication: title, date: null, page: title, title }, labels, FOLDER_NAMES.zh),
        );
        for (const part of path.split('/')) {
          expect(part).not.toBe('');
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(200);
          expect(part).not.toMatch(
            /[<>:"/\\|?*#^[\]\p{Cc}\p{Cs}]|^[.\s-]|[.\s]$|^(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|$)/iu,
          );
          expect(part.normalize('NFC')).toBe(part);
        }
        expect(path.split('/')).toHaveLength(3);
      },
    ),
    { numRuns: 1000 },
  );
});
