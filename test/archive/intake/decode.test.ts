import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#archive/intake/decode.ts';
import { encodeAs } from '#archive/intake/legacy-encoding.ts';

const mainland = '全市城镇新增就业五万七千人，完成全年任务的百分之九十八。记者昨日获悉，就业形势总体稳定。';
const taiwan = '記者昨日從市政府獲悉，前三季度就業形勢總體穩定，完成全年任務百分之九十八。';
const japanese = '昨日の会議では、来年度の予算について話し合われました。';
const korean = '어제 회의에서는 내년도 예산에 대해 논의했습니다.';
const french = 'Le café était fermé hier, où les élèves ont déjà mangé à l’école.';

const read = (bytes: Uint8Array, declared?: string) => {
  const { text, encoding, byteOrderMark, lossless } = decodeText(bytes, declared);
  return { text, encoding, byteOrderMark, lossless };
};

test.each([
  ['gb18030', mainland],
  ['gb18030', mainland.slice(0, 4)],
  ['gb18030', '就业'],
  ['big5', taiwan],
  ['big5', taiwan.slice(0, 4)],
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['euc-kr', korean],
  ['windows-1252', french],
])('a text without any mark is read as %s: %s', (encoding, text) => {
  const bytes = iconv.encode(text, encoding);
  expect(read(bytes)).toEqual({ text, encoding, byteOrderMark: false, lossless: true });
});

describe('UTF-16', () => {
  test.each([
    ['utf-16le', mainland],
    ['utf-16be', mainland],
    ['utf-16le', 'Only Latin letters here.\n'],
    ['utf-16be', `第一行\n${mainland}\n`],
  ])('is recognised without a byte-order mark: %s %s', (encoding, text) => {
    expect(read(iconv.encode(text, encoding))).toEqual({ text, encoding, byteOrderMark: false, lossless: true });
  });

  test('is recognised by its byte-order mark, which is no part of the text', () => {
    expect(read(iconv.encode(mainland, 'utf-16le', { addBOM: true }))).toEqual({
      text: mainland,
      encoding: 'utf-16le',
      byteOrderMark: true,
      lossless: true,
    });
  });
});

test('a byte-order mark inside the text stays, only the leading one goes', () => {
  expect(read(Buffer.from('\uFEFF甲\uFEFF乙'))).toMatchObject({
    text: '甲\uFEFF乙',
    byteOrderMark: true,
    lossless: true,
  });
});

test('Hong Kong characters of Big5 are read right', () => {
  // 咗 is 99 A8 … in HKSCS; the platform's decoder reads another character.
  const text = '佢哋咗喺啲嘅時候，記者昨日從政府獲悉，形勢總體穩定。';
  expect(read(iconv.encode(text, 'big5-hkscs'), 'big5')).toMatchObject({ text, encoding: 'big5', lossless: true });
});

test('four-byte GB18030 is read and written again byte for byte', () => {
  const bytes = Buffer.concat([
    iconv.encode(mainland, 'gbk'),
    Buffer.from([0x95, 0x32, 0x82, 0x36, 0x81, 0x39, 0xee, 0x39]),
  ]);
  const { text, lossless, encoding } = decodeText(bytes);
  expect([text.at(-2), text.codePointAt(text.length - 1)]).toEqual(['\uDC00', 0x3400]);
  expect({ lossless, encoding }).toEqual({ lossless: true, encoding: 'gb18030' });
  expect(Buffer.from(encodeAs(text, 'gb18030') ?? [])).toEqual(bytes);
});

test('a sequence with a twin cannot be written again, and the text says so', () => {
  // A lone 0x80 is the euro sign, which GB18030 writes A2 E3.
  const { text, lossless } = decodeText(Buffer.concat([iconv.encode(mainland, 'gbk'), Buffer.from([0x80])]), 'gbk');
  expect({ end: text.at(-1), lossless }).toEqual({ end: '€', lossless: false });
});

test('labels gb2312 and gbk are read as gb18030', () => {
  expect(read(iconv.encode('镕基', 'gbk'), 'gb2312')).toMatchObject({ text: '镕基', encoding: 'gb18030' });
});

test('a declaration that does not fit the bytes is not believed', () => {
  expect(read(Buffer.from(mainland), 'gb2312')).toMatchObject({ text: mainland, encoding: 'utf-8' });
  expect(read(iconv.encode(mainland, 'gbk'), 'utf-8')).toMatchObject({ text: mainland, encoding: 'gb18030' });
});

test('one flipped byte in a long UTF-8 text is damage, not another encoding', () => {
  const bytes = Buffer.from(mainland.repeat(20));
  bytes[300] = 0xff;
  expect(read(bytes)).toMatchObject({ encoding: 'utf-8', lossless: false });
});

test.each([
  ['binary', 'zero bytes', Buffer.from([1, 2, 0, 0, 3, 9, 200, 0, 0, 0, 7, 1, 1])],
  ['binary', 'control characters', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 31 || 1))],
  [
    'unknown_encoding',
    'bytes that are no character anywhere',
    Buffer.from(Array.from({ length: 600 }, (_, index) => 0x80 + ((index * 61) % 128))),
  ],
])('refused as %s: %s', (reason, _, bytes) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ reason }));
});
