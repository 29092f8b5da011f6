import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMasthead, readNameOrigin } from '#archive/intake/printed-origin.ts';
import { readDocument } from '#archive/intake/read-document.ts';

/** `paper | day | page | section`, a dash for what is not said. */
function read(path: string): string {
  const { publication, date, pageLabel, section } = readNameOrigin(path);
  return [publication, date?.edtf, pageLabel, section].map((part) => part ?? '-').join(' | ');
}

describe('a name that says it plainly', () => {
  test.each([
    ['人民日报/1998/0315/02.txt', '人民日报 | 1998-03-15 | - | -'],
    ['1998-03-15 人民日报 第2版.txt', '人民日报 | 1998-03-15 | 2 | -'],
    ['2024年3月15日.txt', '- | 2024-03-15 | - | -'],
    ['江城晚报20240315第02版.txt', '江城晚报 | 2024-03-15 | 2 | -'],
    ['江城晚报_2024.03.15_A04版_要闻.txt', '江城晚报 | 2024-03-15 | A04 | 要闻'],
    ['《江城日报》（2024年3月15日 第3版：国际新闻）.txt', '江城日报 | 2024-03-15 | 3 | 国际新闻'],
    ['江城日报 2024-03-15 A04.txt', '江城日报 | 2024-03-15 | A04 | -'],
    ['2024-03-15 渡口新添两艘渡船.txt', '- | 2024-03-15 | - | -'],
    ['渡口新添两艘渡船_20240315.md', '- | 2024-03-15 | - | -'],
    ['江城日报/2024年/3月/15日/第十二版.txt', '江城日报 | 2024-03-15 | 12 | -'],
    ['江城日报/2024-03/15日 第2版.txt', '江城日报 | 2024-03-15 | 2 | -'],
    ['江城日报/202403/15/2版 副刊.txt', '江城日报 | 2024-03-15 | 2 | 副刊'],
    ['江城日报/2024/03/15/渡口.txt', '江城日报 | 2024-03-15 | - | -'],
    ['江城日报/1998/0315-02版.txt', '江城日报 | 1998-03-15 | 2 | -'],
    ['剪下来的\\江城日报\\2024-03-15\\渡口.txt', '江城日报 | 2024-03-15 | - | -'],
    ['一九九八年三月十五日 江城日报.txt', '江城日报 | 1998-03-15 | - | -'],
    ['江城日报 2024年3月15日 星期五 今日8版 总第12345期 第4版.txt', '江城日报 | 2024-03-15 | 4 | -'],
    ['江城日报/2024-03-15/2024年3月15日 第1版.txt', '江城日报 | 2024-03-15 | 1 | -'],
    ['The Harrow Vale Courier 2023-06-02 p1.txt', 'The Harrow Vale Courier | 2023-06-02 | 1 | -'],
    ['Harrow Vale Courier, 2 June 2023, page 12.txt', 'Harrow Vale Courier | 2023-06-02 | 12 | -'],
    ['jichuan-daily-2024-03-18-p3.txt', '- | 2024-03-18 | 3 | -'],
    ['江城日报.txt', '江城日报 | - | - | -'],
    ['参考消息 2024-02-29.txt', '参考消息 | 2024-02-29 | - | -'],
    ['２０２４－０３－１５　江城日报.txt', '江城日报 | 2024-03-15 | - | -'],
  ])('%s: %s', (path, said) => {
    expect(read(path)).toBe(said);
    // Paths of every system, and whatever stands far above.
    expect(read(`/Volumes/lin/${path}`)).toBe(said);
  });

  test('a year, or a month, is no more exact than its folders, and counts only below a paper', () => {
    expect(read('江城日报/1998/渡口.txt')).toBe('江城日报 | 1998 | - | -');
    expect(read('江城日报/1998年/3月/渡口.txt')).toBe('江城日报 | 1998-03 | - | -');
    // The 15th, or page 15 of the month's volume.
    expect(read('江城日报/1998/03/15.txt')).toBe('江城日报 | 1998-03 | - | -');
    expect(read('剪下来的/1998/渡口.txt')).toBe('- | - | - | -');
    expect(read('1998/03/渡口.txt')).toBe('- | - | - | -');
  });
});

describe('a name that could be read in two ways says nothing', () => {
  test.each([
    // Days that no calendar has: nothing near them is taken either.
    ['江城日报 2024-13-15.txt', '江城日报 | - | - | -'],
    ['江城日报 2023-02-29 第2版.txt', '江城日报 | - | 2 | -'],
    ['20240230.txt', '- | - | - | -'],
    ['江城日报/2024/1315/02.txt', '江城日报 | - | - | -'],
    ['江城日报/2024/0431/渡口.txt', '江城日报 | - | - | -'],
    ['江城日报/2024/13/渡口.txt', '江城日报 | - | - | -'],
    ['江城日报/2024-02-30/2024-03-01 渡口.txt', '江城日报 | - | - | -'],
    ['江城日报 0000-00-00.txt', '江城日报 | - | - | -'],
    // Two days.
    ['2024-03-15 2024-03-16 江城日报.txt', '江城日报 | - | - | -'],
    ['江城日报/2024-03-15/2024-03-16.txt', '江城日报 | - | - | -'],
    ['江城日报/2024/0315/2024-03-16 第2版.txt', '江城日报 | - | 2 | -'],
    ['2024年3月15日至16日 江城日报.txt', '江城日报 | - | - | -'],
    ['江城日报 2024年3月15日-4月2日.txt', '江城日报 | - | - | -'],
    ['2024-03-15~17 江城日报.txt', '江城日报 | - | - | -'],
    // Day and month in an order that is not said, or half of a day.
    ['江城日报 03-04-2024.txt', '江城日报 | - | - | -'],
    ['江城日报 03.15.txt', '江城日报 | - | - | -'],
    ['江城日报 98-03-15.txt', '江城日报 | - | - | -'],
    ['江城日报 2024-3.15.txt', '江城日报 | - | - | -'],
    // The moment of saving.
    ['2024-03-15 103000 渡口.txt', '- | - | - | -'],
    ['渡口 2024-03-15 10:30.html', '- | - | - | -'],
    ['渡口 2024-03-15T10.30.txt', '- | - | - | -'],
    ['IMG_20240315.txt', '- | - | - | -'],
    ['截图 2024-03-15.txt', '- | - | - | -'],
    ['下载 2024-03-15/渡口.txt', '- | - | - | -'],
    ['20240315103000.txt', '- | - | - | -'],
    // A day in a sentence is what the article is about.
    ['2024年3月15日会议的报道.txt', '- | - | - | -'],
    ['纪念1998年3月15日洪水.txt', '- | - | - | -'],
    // Other numbers.
    ['98765432.txt', '- | - | - | -'],
    ['13800138000.txt', '- | - | - | -'],
    ['第12345678号.txt', '- | - | - | -'],
    // Two papers, and what is called like one.
    ['江城日报/河湾日报.txt', '- | - | - | -'],
    ['江城日报 河湾晚报 2024-03-15.txt', '- | 2024-03-15 | - | -'],
    ['工作日报 2024-03-15.txt', '- | 2024-03-15 | - | -'],
    ['项目周报/2024-03-15.txt', '- | 2024-03-15 | - | -'],
    ['情况通报 2024-03-15.txt', '- | 2024-03-15 | - | -'],
    ['天气预报.txt', '- | - | - | -'],
    ['日报/渡口.txt', '- | - | - | -'],
    ['评 江城日报 的社论.txt', '- | - | - | -'],
    ['江城日报社论选.txt', '- | - | - | -'],
    ['Breaking News 2024-03-15.txt', '- | 2024-03-15 | - | -'],
    // Pages: several, an edition of a book, a version, and one that belongs to no paper.
    ['江城日报 2024-03-15 第2-3版.txt', '江城日报 | 2024-03-15 | - | -'],
    ['江城日报 2024-03-15 第2版 第3版.txt', '江城日报 | 2024-03-15 | - | -'],
    ['江城日报 2024-03-15 2、3版.txt', '江城日报 | 2024-03-15 | - | -'],
    ['江城日报 2024-03-15 2版本.txt', '江城日报 | 2024-03-15 | - | -'],
    ['水利手册 第2版.txt', '- | - | - | -'],
    ['要闻.txt', '- | - | - | -'],
    ['江城日报 2024-03-15 第0版.txt', '江城日报 | 2024-03-15 | - | -'],
    ['2024-03-15/国际.txt', '- | 2024-03-15 | - | -'],
    // Folders with other words.
    ['2024-03-15 收集的剪报/渡口.txt', '- | - | - | -'],
    ['写江城日报的书/渡口.txt', '- | - | - | -'],
    ['', '- | - | - | -'],
    ['...', '- | - | - | -'],
    ['///', '- | - | - | -'],
  ])('%s: %s', (path, said) => {
    expect(read(path)).toBe(said);
  });

  test('whatever the path, a day that is told is one that a calendar has, and a page is short', () => {
    const piece = fc.constantFrom(
      ...[
        '江城日报',
        '河湾晚报',
        '2024',
        '1998',
        '13',
        '02',
        '0315',
        '0230',
        '第2版',
        'A04',
        '/',
        '-',
        ' ',
        '年',
        '月',
        '日',
      ],
      ...[
        '二〇二四年',
        '十五',
        '《',
        '》',
        'p3',
        'page',
        '.',
        '~',
        '星期五',
        '要闻',
        '\ue000',
        '\ue001',
        'x',
        '\ud842\udfb7',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (path) => {
          const { date, pageLabel, publication } = readNameOrigin(path);
          if (date?.edtf.length === 10)
            expect(new Date(`${date.edtf}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date.edtf);
          if (date) expect(date).toMatchObject({ inferred: true, printed: null });
          if (pageLabel !== null) expect(pageLabel).toMatch(/^(?:[A-Z]\d{1,3}|[1-9]\d{0,2})$/);
          if (publication !== null) expect(path.normalize('NFKC')).toContain(publication);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the lines of a page', () => {
  const page = (line: string) =>
    ['渡口新添两艘渡船', '昨日，渡口新添两艘渡船。', line, '1978年那年还没有桥。'].join('\n');
  const said = (line: string, isPage = true) => {
    const { publication, date, pageLabel, section } = readMasthead(page(line), isPage);
    return [publication, date?.edtf, pageLabel, section].map((part) => part ?? '-').join(' | ');
  };

  test.each([
    ['霁川日报 2024年3月18日 星期一 第3版', '霁川日报 | 2024-03-18 | 3 | -'],
    ['2024年3月18日 星期一 责任编辑 顾宁 版式 苏见青', '- | 2024-03-18 | - | -'],
    ['03版 要闻 2024.03.18', '- | 2024-03-18 | 3 | 要闻'],
    ['霁川日报　　二〇二四年三月十八日　　星期一', '霁川日报 | 2024-03-18 | - | -'],
    ['2024年3月18日 星期一 农历二月初九 今日12版 A04版', '- | 2024-03-18 | A04 | -'],
  ])('%s: %s', (line, origin) => {
    expect(said(line)).toBe(origin);
    expect(readMasthead(page(line), true).date).toMatchObject({ inferred: true, printed: expect.any(String) });
  });

  test.each([
    ['2024年3月18日'],
    ['霁川日报'],
    ['本报霁川2024年3月18日电'],
    ['据《霁川日报》2024年3月18日第3版报道'],
    ['2024年3月18日 星期一 渡口停航'],
    ['2024年2月30日 星期一 第3版'],
    ['2024年3月18日至20日 星期一'],
    ['霁川日报 2024年3月18日'],
    ['第3版'],
    ['2024年3月18日，星期一，第3版。'],
  ])('%s is no line of a masthead of a page', (line) => {
    expect(said(line)).toBe('- | - | - | -');
  });

  test('under a single text the paper and the day it came from are enough; inside it they are not', () => {
    expect(said('《 霁川日报 》（ 2024年03月18日 03 版）', false)).toBe('霁川日报 | 2024-03-18 | 3 | -');
    expect(said('（原载《霁川日报》2024年3月18日）', false)).toBe('霁川日报 | 2024-03-18 | - | -');
    const filler = Array.from({ length: 30 }, (_, at) => `第${at}段。`).join('\n');
    const text = [filler, '霁川日报 2024年3月18日', filler].join('\n');
    expect(readMasthead(text, false)).toEqual({ publication: null, date: null, pageLabel: null, section: null });
  });

  test('two mastheads that differ say only what they agree in', () => {
    const two = '霁川日报 2024年3月18日 星期一 第2版\n渡口。\n霁川日报 2024年3月18日 星期一 第3版';
    expect(readMasthead(two, true)).toMatchObject({
      publication: '霁川日报',
      date: { edtf: '2024-03-18' },
      pageLabel: null,
    });
    const days = two.replace(/18日 星期一 第3/, '19日 星期二 第2');
    expect(readMasthead(days, true)).toMatchObject({ publication: '霁川日报', date: null, pageLabel: '2' });
  });
});

describe('a document', () => {
  const about = (text: string, path: string, isPage = false) => {
    const { metadata } = readDocument(Buffer.from(text), path.split('/').at(-1) ?? '', () => isPage, path);
    const { publication, date, pageLabel, section } = metadata;
    return [publication, date && `${date.edtf}${date.inferred ? '?' : ''}`, pageLabel, section]
      .map((part) => part ?? '-')
      .join(' | ');
  };
  const text = '渡口新添两艘渡船\n昨日，渡口新添两艘渡船，可载四十人，从清晨六点到夜里十点往返。';

  test('takes from its name what it does not say itself, marked as inferred', () => {
    expect(about(text, '江城日报/1998/0315/渡口.txt')).toBe('江城日报 | 1998-03-15? | - | -');
    expect(about(`来源：河湾日报 2018年11月5日\n${text}`, '渡口.txt')).toBe('河湾日报 | 2018-11-05 | - | -');
  });

  test('a number alone is the page of a whole page, and the article of a single text', () => {
    expect(about(text, '江城日报/1998/0315/02.txt', true)).toBe('江城日报 | 1998-03-15? | 2 | -');
    expect(about(text, '江城日报/1998/0315/02.txt')).toBe('江城日报 | 1998-03-15? | - | -');
  });

  test('what it says itself wins; then the name of another day or paper says nothing of its page', () => {
    const sourced = `来源：河湾日报 2018年11月5日\n${text}`;
    expect(about(sourced, '江城日报 1998-03-15 第2版.txt')).toBe('河湾日报 | 2018-11-05 | - | -');
    expect(about(sourced, '河湾日报 2018-11-05 第2版.txt')).toBe('河湾日报 | 2018-11-05 | 2 | -');
  });

  test('where its lines and its name differ neither is taken', () => {
    const page = `江城日报 2024年3月18日 星期一 第3版\n${text}`;
    expect(about(page, '江城日报 2024-03-18 第3版.txt', true)).toBe('江城日报 | 2024-03-18? | 3 | -');
    expect(about(page, '江城日报 2024-03-19 第3版.txt', true)).toBe('江城日报 | - | 3 | -');
    expect(about(page, '河湾日报 2024-03-18 第4版.txt', true)).toBe('- | 2024-03-18? | - | -');
    expect(about(page, '江城日报/2024/渡口.txt', true)).toBe('江城日报 | 2024-03-18? | 3 | -');
  });

  test('front matter names the page and the section, as an export writes them', () => {
    const note = `---\npublication: "江城日报"\npublished: 2024-03-18\npage: "3"\nsection: "要闻"\n---\n\n# 渡口\n\n${text}`;
    expect(about(note, '渡口.md')).toBe('江城日报 | 2024-03-18 | 3 | 要闻');
    expect(about(note.replace('"3"', '"https://example.org/3"'), '渡口.md')).toBe('江城日报 | 2024-03-18 | - | 要闻');
  });
});
