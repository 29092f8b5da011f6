import { describe, expect, test } from 'vitest';
import { readName, readNameRule, suggestNameRule } from '#contract/name-rule.ts';

/** `paper | day | page | section`, a dash for what is not said; or why nothing is. */
function read(rule: string, path: string): string {
  const made = readNameRule(rule);
  if ('problem' in made) return `${made.problem.code} ${rule.slice(made.problem.at, made.problem.end)}`;
  const reading = readName(made.rule, path);
  if (reading.is === 'other') return 'other';
  if (reading.is !== 'read') return `${reading.is} ${reading.said}`;
  const { publication, date, pageLabel, section } = reading.parts;
  return [publication, date, pageLabel, section].map((part) => part ?? '-').join(' | ');
}

describe('a template reads the end of a path', () => {
  const tree = '{报}/{yyyy}/{mmdd}/{版}.txt';
  test.each([
    [tree, '江城日报/1998/0315/02.txt', '江城日报 | 1998-03-15 | 02 | -'],
    [tree, '/mnt/旧盘/江城日报/1998/0315/02.txt', '江城日报 | 1998-03-15 | 02 | -'],
    [tree, 'D:\\旧盘\\江城日报\\1998\\0315\\02.TXT', '江城日报 | 1998-03-15 | 02 | -'],
    ['{报}\\{yyyy}\\{mmdd}\\{版}.txt', '江城日报/1998/0315/02.txt', '江城日报 | 1998-03-15 | 02 | -'],
    [tree, '江城日报/１９９８/０３１５/０２.txt', '江城日报 | 1998-03-15 | 02 | -'],
    [tree, '江城日报/1998/0315/第02版.txt', '江城日报 | 1998-03-15 | 02 | -'],
    [tree, '江城日报/1998/0315/第十二版.txt', '江城日报 | 1998-03-15 | 12 | -'],
    [tree, '江城日报/1998/0315/A04.txt', '江城日报 | 1998-03-15 | A04 | -'],
    [tree, '江城日报/1998/0315/02.md', 'other'],
    [tree, '江城日报/1998/315/02.txt', 'other'],
    [tree, '1998/0315/02.txt', 'other'],
    [tree, '江城日报/1998/0315/渡口.txt', 'other'],
    [tree, '江城日报/1998/0230/02.txt', 'no_such_day 1998-02-30'],
    [tree, '江城日报/1900/0229/02.txt', 'no_such_day 1900-02-29'],
    [tree, '江城日报/2000/0229/02.txt', '江城日报 | 2000-02-29 | 02 | -'],
    [tree, '江城日报/1998/1301/02.txt', 'no_such_day 1998-13-01'],
    ['{paper}/{yyyy}-{mm}-{dd} {page} {section}.*', 'Daily/2023-6-2 p. x.txt', 'other'],
    [
      '{paper}/{yyyy}-{mm}-{dd} {page} {section}.*',
      'Harrow Courier/2023-6-2 A4 Opinion.txt',
      'Harrow Courier | 2023-06-02 | A4 | Opinion',
    ],
    ['{报}{yyyymmdd}第{版}版.txt', '江城晚报20240315第02版.txt', '江城晚报 | 2024-03-15 | 02 | -'],
    ['{报}/{yyyy}/{yyyymmdd}-{版}.txt', '江城日报/1998/19980315-2.txt', '江城日报 | 1998-03-15 | 2 | -'],
    ['{报}/{yyyy}/{yyyymmdd}-{版}.txt', '江城日报/1997/19980315-2.txt', 'two_values 1997 / 1998'],
    ['{报}/**/{yyyymmdd}/{版}.txt', '江城日报/扫描/旧/19980315/2.txt', '江城日报 | 1998-03-15 | 2 | -'],
    ['{报}/**/{yyyymmdd}/{版}.txt', '江城日报/19980315/2.txt', '江城日报 | 1998-03-15 | 2 | -'],
    // With folders of any number in it, it begins where the path does; what stands before is told by a name of its own.
    ['{报}/**/{yyyymmdd}/{版}.txt', '旧盘/江城日报/扫描/19980315/2.txt', '旧盘 | 1998-03-15 | 2 | -'],
    ['*/{报}/**/{yyyymmdd}/{版}.txt', '旧盘/江城日报/扫描/19980315/2.txt', '江城日报 | 1998-03-15 | 2 | -'],
    ['**/{报}/{yyyy}/{mmdd}/{版}.txt', '旧盘/江城日报/1998/0315/02.txt', '江城日报 | 1998-03-15 | 02 | -'],
    ['{yy}{mmdd}*{版}.txt', '980315-江城-02.txt', '- | 1998-03-15 | 02 | -'],
    ['{yy}{mmdd}-{版}.txt', '240315-2.txt', '- | 2024-03-15 | 2 | -'],
    ['{报}/{yyyy}/{mm}/*', '江城日报/1998/03/渡口.txt', '江城日报 | 1998-03 | - | -'],
    ['{报}/{yyyy}/*', '江城日报/1998/渡口.txt', '江城日报 | 1998 | - | -'],
    ['{报} ({yyyy}.{mm}.{dd}) [{版}]+.txt', '江城日报 (1998.03.15) [2]+.txt', '江城日报 | 1998-03-15 | 2 | -'],
    ['{报}.{版名}.{yyyymmdd}.txt', '江城日报.要闻.19980315.txt', '江城日报 | 1998-03-15 | - | 要闻'],
  ])('%s on %s: %s', (rule, path, said) => {
    expect(read(rule, path)).toBe(said);
  });
});

describe('an expression reads its named groups', () => {
  test.each([
    [
      '/(?<paper>[^\\/]+)_(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)_(?<page>\\w+)/',
      'x/江城日报_19980315_A4.txt',
      '江城日报 | 1998-03-15 | A4 | -',
    ],
    ['/^(?<year>\\d{4})\\/(?:号外|第(?<page>\\d+)版)/', '1998/号外.txt', '- | 1998 | - | -'],
    ['/^(?<year>\\d{4})\\/(?:号外|第(?<page>\\d+)版)/', '旧/1998/第3版.txt', 'other'],
    ['/(?<paper>\\p{Script=Han}+?报)/', '我的江城日报剪报.txt', '我的江城日报 | - | - | -'],
    ['/(?<paper>courier)/i', 'COURIER 3.txt', 'COURIER | - | - | -'],
    ['/(?<year>\\d{2,4})-(?<month>\\d+)-(?<day>\\d+)/', '2023-2-30.txt', 'no_such_day 2023-02-30'],
    ['/(?<page>a|ab)(?:c|bcd)(?:d*)$/', 'abcd', '- | - | a | -'],
    ['/(?<page>[A-Z]?\\d{2,3}?)(?<section>.*)\\.txt$/', 'A0412要闻.txt', '- | - | A04 | 12要闻'],
  ])('%s on %s: %s', (rule, path, said) => {
    expect(read(rule, path)).toBe(said);
  });
});

describe('a wrong rule says where and why', () => {
  test.each([
    ['', 'empty '],
    ['{报}/{yyy}/{版}.txt', 'unknown_field {yyy}'],
    ['{报}/{yyyy/{版}.txt', 'open_brace {'],
    ['{报}/yyyy}.txt', 'open_brace }'],
    ['{报}{版名}.txt', 'nothing_between {版名}'],
    ['1998/*.txt', 'no_field 1998/*.txt'],
    ['{dd}-{版}', 'day_without_month {dd}-{版}'],
    ['{报}-{mmdd}', 'month_without_year {报}-{mmdd}'],
    ['/(?<paper>.+/', 'unbalanced ('],
    ['/(?<paper>.+))/', 'unbalanced )'],
    ['/(?<jahr>\\d+)/', 'unknown_field (?<jahr>'],
    ['/(?<page>[0-9)/', 'unbalanced ['],
    ['/(?<page>[9-0])/', 'bad_class 9-0'],
    ['/(?<page>\\q)/', 'bad_escape \\q'],
    ['/(?<page>*)/', 'nothing_to_repeat *'],
    ['/(?<page>\\d**)/', 'nothing_to_repeat **'],
    ['/(?<page>\\d{3,2})/', 'bad_repetition {3,2}'],
    ['/(?<page>a)(?<page>b)/', 'group_twice (?<page>'],
    ['/(?<page>a)(?=b)/', 'look_around (?='],
    ['/(?<page>a)(?<!b)/', 'look_around (?<!b)'],
    ['/(?<page>a)\\1/', 'back_reference \\1'],
    ['/(?<page>(?>a))/', 'not_supported (?>'],
    ['/(?<page>a{1001})/', 'too_large {1001}'],
    ['/(?<page>(?:(?:a{99}){99}){99})/', 'too_large {99}'],
    ['/(?<page>(?:(?:(?:(?:){200}){200}){200}){200})/', 'too_large {200}'],
    [`{报}${'x'.repeat(500)}`, 'too_long xxx'],
  ])('%s: %s', (rule, said) => {
    expect(read(rule, 'x')).toBe(said);
  });
});

test.each(['/(?<page>(a+)+)$/', '/(?<page>(a|aa)*)b/', '/(?<page>(a*)*c|(a|a|a?)+d)/', '/(?<page>([a-z]+)*)[^a-z!]$/'])(
  '%s ends on a name that would keep a backtracking engine for ever',
  (text) => {
    expect(read(text, `${'a'.repeat(4_000)}!`)).toBe('other');
  },
);

describe('the usual forms are suggested', () => {
  const days = ['0315', '0316', '0317'];
  test.each([
    [days.map((day) => `江城日报/1998/${day}/02.txt`), '{报}/{yyyy}/{mmdd}/{版}.txt'],
    [days.map((day) => `旧盘/江城日报/1998${day}/A02.txt`), '{报}/{yyyymmdd}/{版}.txt'],
    [days.map((day) => `江城晚报1998${day}第02版.txt`), '{报}{yyyymmdd}{版}.txt'],
    [days.map((day) => `1998/${day}/2.txt`), '{yyyy}/{mmdd}/{版}.txt'],
    // A folder that is no paper is not taken for one.
    [days.map((day) => `扫描件/1998/${day}/2.txt`), '{yyyy}/{mmdd}/{版}.txt'],
    [['江城日报_19980315_1_要闻.txt', '江城日报_19980315_2_体育.md'], '{报}_{yyyymmdd}_{版}_{版名}*'],
    [['渡口.txt', '桥.txt'], undefined],
    [[], undefined],
  ])('%j: %s', (paths, rule) => {
    expect(suggestNameRule(paths)).toBe(rule);
  });
});
