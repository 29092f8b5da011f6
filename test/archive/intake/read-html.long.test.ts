import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chooseTitle } from '#archive/intake/html-metadata.ts';
import { readHtml } from '#archive/intake/read-html.ts';
import { rebuild } from './rebuild.ts';

const read = (html: string) => {
  const { text, derivation, metadata } = readHtml(html, 'saved/page.html');
  expect(rebuild(derivation, text.length)).toBe(text);
  const [article] = derivation.articles;
  return { title: article?.title, blocks: article?.blocks.map(({ role, text }) => [role, text]) ?? [], metadata };
};
const sentence =
  '镇里沿着河修的新路上周五通车了，路边种了两排树，一直种到老桥那边，住在附近的人说他们为了这条路等了十一年。';
const body = `<p>${sentence}</p>`.repeat(5);

test('the sample page becomes its article, without navigation, advertisement, scripts and related links', () => {
  const { title, blocks, metadata } = read(readFileSync('resources/samples/night-market-lamps.html', 'utf8'));
  expect({ title, ...metadata }).toEqual({
    title: '夜市收摊以后，灯还亮着',
    byline: '卓远',
    publication: '霁川在线',
    date: { edtf: '2024-05-12', printed: '2024年5月12日', inferred: false },
    url: 'https://news.jichuan.invalid/2024/0512/lamps.html',
    language: 'zh-CN',
    pageLabel: null,
    section: null,
  });
  expect(blocks.map(([role, text]) => [role, text?.slice(0, 12)])).toEqual([
    ['title', '夜市收摊以后，灯还亮着'],
    ['byline', '霁川在线记者 卓远 20'],
    ['paragraph', '凌晨一点，霁川市南桥夜市'],
    ['paragraph', '这些灯不是忘了关。去年冬'],
    ['subhead', '一度电的账'],
    ['paragraph', '聂小川和二十七户摊主算了'],
    ['caption', '凌晨两点的南桥夜市，灯光'],
    ['paragraph', '灯亮起来以后，街上慢慢多'],
    ['subhead', '留一盏，是留一句话'],
    ['paragraph', '市人民医院的护工荀桂香每'],
    ['paragraph', '今年4月，南桥街道把这个'],
    ['quotation', '灯是给人看的，也是给人听'],
    ['author_note', '（编辑：裘 安）'],
  ]);
});

test('lists, tables, preformatted text and line breaks keep their shape', () => {
  const { blocks } = read(
    `<html><body><article>${body}<ul><li>第一<b>件</b></li><li>第二件</li></ul><table><tr><th>年</th><th>数</th></tr><tr><td>2018</td><td>5</td></tr></table><pre>a = 1\n  b</pre><p>甲句<br>　　乙句</p>${body}</article></body></html>`,
  );
  expect(blocks.slice(5, 11)).toEqual([
    ['list_item', '第一件'],
    ['list_item', '第二件'],
    ['preformatted', '年\t数\n2018\t5'],
    ['preformatted', 'a = 1\n  b'],
    ['paragraph', '甲句'],
    ['paragraph', '乙句'],
  ]);
});

test('a line end between Han characters is no blank, between words it is one', () => {
  expect(read(`<html><body><p>新路\n  通车\n了 two\n words</p></body></html>`).blocks).toEqual([
    ['paragraph', '新路通车了 two words'],
  ]);
});

test('the address comes from SingleFile, from the mark of a saved page, or from the canonical link', () => {
  const head = (extra: string) =>
    read(`${extra}<html><head><link rel="canonical" href="https://c.example/"></head><body>${body}</body></html>`)
      .metadata.url;
  expect(
    head(
      '<!DOCTYPE html> <!--\n Page saved with SingleFile \n url: https://a.example/x?y=1 \n saved date: Mon Nov 05 2018 08:15:00 GMT+0800 \n-->',
    ),
  ).toBe('https://a.example/x?y=1');
  expect(head('<!-- saved from url=(0020)https://b.example/zz -->')).toBe('https://b.example/zz');
  expect(head('')).toBe('https://c.example/');
});

test.each([
  ['新路通车_城市_河湾在线', [], null, '新路通车'],
  ['新路通车了 - 河湾在线', [], null, '新路通车了'],
  ['新路通车了-河湾在线', [], null, '新路通车了'],
  ['A road - and a bridge - The Courier', [], 'The Courier', 'A road - and a bridge'],
  ['新路通车了吗？_河湾在线', ['新路通车了吗？'], null, '新路通车了吗？'],
  ['河湾在线 | 新路终于通车了', ['新路终于通车了'], null, '新路终于通车了'],
  [null, ['新路'], null, '新路'],
])('the tab title %s loses the tail of its site', (tab, heads, site, title) => {
  expect(chooseTitle(tab, heads, site)).toBe(title);
});

test('source and day are read from the line under the headline', () => {
  const { metadata } = read(
    `<html><head><title>河边的新路_频道_站</title></head><body><h1>河边的新路</h1><div><span>2018年11月05日08:15</span> <span>来源：河湾日报</span></div>${body}<p>(责任编辑：丁一)</p></body></html>`,
  );
  expect(metadata).toMatchObject({
    publication: '河湾日报',
    byline: null,
    date: { edtf: '2018-11-05', printed: '2018年11月05日', inferred: false },
  });
});

test('a fragment without html or body is read too', () => {
  expect(read(`<h1>河边的新路</h1>${body}`)).toMatchObject({ title: '河边的新路', blocks: { length: 6 } });
});

test('a page with nothing to read is refused by that name', () => {
  for (const html of ['<html><body><img src=x></body></html>', '<script>let words = 1</script>', '<html></html>'])
    expect(() => readHtml(html, 'x.html')).toThrow(expect.objectContaining({ reason: 'nothing_to_read' }));
});

test.each([
  ['ten megabytes of nested elements', () => `<html><body>${'<b>'.repeat(3_300_000)}末尾的话`],
  ['nested divisions', () => `<html><body>${'<div>'.repeat(200_000)}末尾的话${'</div>'.repeat(200_000)}`],
  [
    'a million attributes',
    () => `<html><body><p ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=1`).join(' ')}>末尾的话</p>`,
  ],
  ['as many elements as are still weighed', () => `<html><body>${'<a href=x>链</a>'.repeat(4_900)}<p>末尾的话</p>`],
  ['as many elements as are still parsed', () => `<html><body>${'<a href=x>链</a>'.repeat(14_900)}<p>末尾的话</p>`],
  ['comments that never close', () => `<html><body><p>末尾的话</p>${'<!--'.repeat(500_000)}`],
  ['tags that never close', () => `<html><body><p>末尾的话</p>${'<a '.repeat(500_000)}`],
])('%s do not make the work grow with their square, and the words are read', { timeout: 60_000 }, (_, make) => {
  const html = make();
  const { text } = readHtml(html, 'x.html');
  expect(text).toContain('末尾的话');
});
