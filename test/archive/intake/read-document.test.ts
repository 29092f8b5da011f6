import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { HEAD_BYTES, TEXT_CHARACTERS } from '#archive/intake/file-limits.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import { rebuild } from './rebuild.ts';

const isPage = (text: string) => text.includes('版');
const read = (bytes: Uint8Array | string, name = 'a.txt') =>
  readDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name, isPage);

const samples = 'resources/samples';
test.each(readdirSync(samples).filter((file) => !/\.(png|pdf)$/.test(file)))(
  'the sample %s is read in its encoding, and its derivation gives its text back',
  (file) => {
    const bytes = readFileSync(`${samples}/${file}`);
    const expected = JSON.parse(
      readFileSync(`test/fixtures/samples/${basename(file, extname(file))}.json`, 'utf8'),
    ) as {
      page: boolean;
      encoding?: string;
    };
    const document = readDocument(bytes, file, () => expected.page);
    expect(rebuild(document.derivation, document.text.length)).toBe(document.text);
    expect(document).toMatchObject({
      encoding: expected.encoding ?? 'utf-8',
      page: expected.page,
      lossless: true,
      notices: [],
      textOf: /\.(html|xml)$/.test(file) ? 'extract' : 'file',
    });
  },
);

test('a raw page is every line a paragraph until the desk has worked', () => {
  const { page, derivation, text } = read('第1版\n\n甲栏第一行\n乙栏第一行\n');
  expect({ page, texts: derivation.articles[0]?.blocks.map((block) => block.text) }).toEqual({
    page: true,
    texts: ['第1版', '甲栏第一行', '乙栏第一行'],
  });
  expect(rebuild(derivation, text.length)).toBe(text);
});

test('what the extension does not say, the first bytes do', () => {
  const types = [
    read('<!DOCTYPE html><html><body><p>正文在这里，说了一些事情。</p></body></html>', 'page').mediaType,
    read('<?xml version="1.0"?>\n<html><body><p>正文在这里。</p></body></html>', 'page.txt').mediaType,
    read('# 题\n\n正文。', 'note.md').mediaType,
    read('# 题\n\n正文。', 'note.txt').mediaType,
  ];
  expect(types).toEqual(['text/html', 'text/html', 'text/markdown', 'text/plain']);
});

test('a saved page in GB2312 is read by the charset it declares', () => {
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>镕</title></head><body><p>镕</p></body></html>`;
  expect(read(iconv.encode(html, 'gbk'), 'a.htm')).toMatchObject({ encoding: 'gb18030', text: '镕' });
});

test.each([
  ['a\nb\n', 'lf'],
  ['a\r\nb\r\n', 'crlf'],
  ['a\rb', 'cr'],
  ['a\r\nb\n', 'mixed'],
  ['a', 'none'],
])('line ends of %j are %s', (text, lineEnds) => {
  expect(read(text).lineEnds).toBe(lineEnds);
});

describe('refused by name:', () => {
  test.each([
    ['empty', new Uint8Array(), 'a.txt'],
    ['empty', Buffer.from(' \n\u3000\n'), 'a.txt'],
    ['empty', Buffer.from('\uFEFF'), 'a.txt'],
    ['binary', Buffer.from('\x7fELF\x02\x01'), 'a.txt'],
    ['binary', readFileSync(process.execPath).subarray(100_000, 200_000), 'a.txt'],
    ['unsupported_type', Buffer.from('%PDF-1.7\n'), 'a.pdf'],
    ['unsupported_type', Buffer.from('PK\x03\x04'), 'a.docx'],
    ['unshown_image', Buffer.from('II*\0\x08\0\0\0'), 'p1.tif'],
    ['unshown_image', Buffer.from('\0\0\0\x0cjP  \r\n'), 'p1.jp2'],
    ['unsupported_type', Buffer.from('MIME-Version: 1.0\n'), 'a.mhtml'],
    ['nothing_to_read', Buffer.from('<html><body><img src=x></body></html>'), 'a.html'],
  ])('%s', (reason, bytes, name) => {
    expect(() => read(bytes, name)).toThrow(expect.objectContaining({ reason }));
  });
});

describe('a text beyond what is read', () => {
  test.each([
    ['utf-8', '镇里的新路通车了。\n'],
    ['gb18030', '镇里的新路通车了。'],
    ['utf-16le', '镇里的新路通车了。\n'],
    ['utf-8', '镇里的新路通车了，'],
  ])('is cut with a notice, whole characters only: %s', (encoding, line) => {
    const whole = iconv.encode(line.repeat(Math.ceil(HEAD_BYTES / line.length / 2) + 10), encoding);
    const document = read(whole.subarray(0, HEAD_BYTES));
    expect(document).toMatchObject({ encoding, lossless: false, notices: ['text_too_long'] });
    expect(document.text.length).toBeLessThanOrEqual(TEXT_CHARACTERS);
    expect(line.repeat(TEXT_CHARACTERS)).toContain(document.text.slice(-2000));
  });

  test('with a million lines is cut where lines become too many', () => {
    const document = read('甲\n'.repeat(1_000_000));
    expect(document).toMatchObject({
      notices: ['text_too_long'],
      derivation: { articles: [{ blocks: { length: 50_000 } }] },
    });
  });
});
