import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateQuote } from '#archive/annotate/locate.ts';
import { quoteAt } from '#archive/annotate/quote.ts';

/** A quote of `words` where they stand in `body`. */
function quoteOf(body: string, words: string) {
  const start = body.indexOf(words);
  if (start < 0) throw new Error(`${words} is not in the text`);
  return quoteAt(body, { start, end: start + words.length });
}

function stateAndWords(text: string, quote: ReturnType<typeof quoteAt>) {
  const found = locateQuote(text, quote);
  return found ? [found.state, text.slice(found.span.start, found.span.end)] : ['gone', ''];
}

test('a repeated phrase is found by what surrounds it, not by its old position', () => {
  const text = '本报讯：昨日大雨。本报又讯：今日大雨。';
  const quote = { exact: '大雨', prefix: '今日', suffix: '。', start: 0, end: 2 };
  expect(locateQuote(text, quote)).toEqual({ state: 'moved', span: { start: 16, end: 18 } });
});

test('of two places that are alike in all they are surrounded by, the nearer one is taken', () => {
  const refrain = '渡口的灯亮了，摆渡人回到岸上，等着下一班渡船靠岸，他从不着急。';
  const body = `${refrain}${refrain}${refrain}${refrain}${refrain}`;
  const second = body.indexOf('摆渡人', refrain.length * 2);
  const quote = quoteAt(body, { start: second, end: second + 3 });
  expect(locateQuote(`新${body}`, quote)).toEqual({ state: 'moved', span: { start: second + 1, end: second + 4 } });
});

test('untouched words are exact', () => {
  const body = '渔港今年添了两座码头。\n渔民说，靠岸不用再等潮。';
  const quote = quoteOf(body, '靠岸不用再等潮');
  expect(locateQuote(body, quote)).toEqual({ state: 'exact', span: { start: quote.start, end: quote.end } });
});

const before =
  '石桥镇的豆腐坊开在河边，一天做四百斤豆子。\n工业增加值同比增长12.3%，用电量上升5.7万千瓦时。\n李建国同志当选会长，任期三年。\nThe GDP growth was 4.1 per cent.\n“两个码头”的方案没有通过。\n镇上的邮局每周三送信。';

describe('typesetting changes nothing: the mark follows in silence', () => {
  test.each<[string, string, (text: string) => string, string]>([
    [
      'a blank between Han characters',
      '一天做四百斤豆子',
      (t) => t.replace('四百斤', '四 百 斤'),
      '一天做四 百 斤豆子',
    ],
    ['an ideographic blank', '任期三年', (t) => t.replace('任期', '任期\u3000'), '任期\u3000三年'],
    ['a line break inside a word', '用电量上升', (t) => t.replace('用电量', '用电\n量'), '用电\n量上升'],
    ['a break that was joined', '没有通过', (t) => t.replaceAll('。\n', '。'), '没有通过'],
    ['another blank in English', 'GDP growth', (t) => t.replace('GDP growth', 'GDP\ngrowth'), 'GDP\ngrowth'],
    ['full-width digits', '增长12.3%', (t) => t.replace('12.3%', '１２．３％'), '增长１２．３％'],
    ['full-width letters', 'GDP growth', (t) => t.replace('GDP', 'ＧＤＰ'), 'ＧＤＰ growth'],
    ['a half-width comma', '增长12.3%，用电量', (t) => t.replace('%，', '%,'), '增长12.3%,用电量'],
    ['a blank of no width', '每周三送信', (t) => t.replace('每周', '每\u200b周'), '每\u200b周三送信'],
    ['a paragraph added before', '任期三年', (t) => `新的一段说了些别的事情。\n${t}`, '任期三年'],
    ['a paragraph taken away before', '任期三年', (t) => t.replace(/^.*\n/, ''), '任期三年'],
    ['a paragraph moved to the end', '用电量上升', (t) => moveToEnd(t, 1), '用电量上升'],
    [
      'a whole long paragraph moved',
      '石桥镇的豆腐坊开在河边，一天做四百斤豆子。',
      (t) => moveToEnd(t, 0),
      '石桥镇的豆腐坊开在河边，一天做四百斤豆子。',
    ],
    ['blanks around the quote', '当选会长', (t) => t.replace('当选会长', ' 当选会长 '), '当选会长'],
  ])('%s', (_, words, edit, found) => {
    expect(stateAndWords(edit(before), quoteOf(before, words))).toEqual(['moved', found]);
  });
});

function moveToEnd(text: string, index: number): string {
  const lines = text.split('\n');
  const [moved] = lines.splice(index, 1);
  return [...lines, moved].join('\n');
}

describe('a changed meaning is never the same quote', () => {
  test.each<[string, string, string]>([
    ['同比增长12.3%', '增长', '下降'],
    ['同比增长12.3%', '12.3', '2.3'],
    ['同比增长12.3%', '12.3', '13.2'],
    ['同比增长12.3%', '12.3%', '12.3‰'],
    ['上升5.7万千瓦时', '5.7万', '3.2万'],
    ['上升5.7万千瓦时', '万', '亿'],
    ['上升5.7万千瓦时', '上升', '下降'],
    ['李建国同志当选会长', '李建国', '张建国'],
    ['李建国同志当选会长', '李建国', '李国建'],
    ['李建国同志当选会长', '会长', '副会长'],
    ['李建国同志当选会长', '当选', '落选'],
    ['任期三年', '三', '五'],
    ['方案没有通过', '没有', ''],
    ['方案没有通过', '没有', '已经'],
    ['“两个码头”的方案', '“两个码头”', '「两个码头」'],
    ['一天做四百斤豆子', '四百', '四千'],
    ['一天做四百斤豆子', '豆子', '豆腐'],
    ['growth was 4.1 per cent', '4.1', '41'],
    ['growth was 4.1 per cent', 'was', 'was not'],
    ['growth was 4.1 per cent', 'growth', 'decline'],
    ['每周三送信', '三', '二'],
    ['每周三送信', '送信', '不送信'],
    ['石桥镇的豆腐坊', '石桥', '木桥'],
  ])('%s with %s as %s is changed', (words, old, now) => {
    const [state, found] = stateAndWords(before.replace(words, words.replace(old, now)), quoteOf(before, words));
    expect(state).toBe('changed');
    expect(found).toContain(now);
  });

  test.each<[string, string]>([
    ['增长', '下降'],
    ['12.3', '2.3'],
    ['李建国', '张建国'],
    ['四百', '五百'],
  ])('a quote of nothing but %s points at the %s that replaced it', (old, now) => {
    expect(stateAndWords(before.replace(old, now), quoteOf(before, old))).toEqual(['changed', now]);
  });

  test.each([
    ['①', '1'],
    ['m²', 'm2'],
  ])('%s is not %s: compatibility forms carry meaning', (old, now) => {
    const body = `仓库的面积写在第${old}行，管理员记得很清楚。`;
    expect(stateAndWords(body.replace(old, now), quoteOf(body, `写在第${old}行`))[0]).toBe('changed');
  });

  test('the same words in a sentence that now says something else wait for a person', () => {
    expect(stateAndWords(before.replace('工业增加值', '农业增加值'), quoteOf(before, '同比增长12.3%'))[0]).toBe(
      'changed',
    );
  });
});

describe('words that are gone are gone', () => {
  test.each<[string, string, (text: string) => string]>([
    ['a paragraph cut out', '任期三年', (t) => t.replace(/李建国.*\n/, '')],
    ['the words cut out of their sentence', '用电量上升5.7万千瓦时', (t) => t.replace('，用电量上升5.7万千瓦时', '')],
    ['another text altogether', '任期三年', () => '山里的雪比往年来得早。'],
    ['an empty text', '任期三年', () => ''],
  ])('%s', (_, words, edit) => {
    expect(locateQuote(edit(before), quoteOf(before, words))).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['甲县大雨。\n乙县大雨。', '大雨', '乙县大雨。'],
    ['甲县新增就业5.7万人。\n乙县新增就业5.7万人。', '新增就业5.7万人', '乙县新增就业5.7万人。'],
    ['大雨。\n山里晴。\n大雨。', '大雨', '山里晴。\n大雨。'],
    [
      '他没有说话，只是点头。\n后来下了雪。\n她也没有说话，走开了。',
      '没有说话',
      '后来下了雪。\n她也没有说话，走开了。',
    ],
  ])('a lookalike in another paragraph is never taken in silence: %s', (body, words, left) => {
    expect(stateAndWords(left, quoteOf(body, words))[0]).not.toMatch(/exact|moved/);
  });
});

test('a quote of blanks alone is nowhere', () => {
  expect(locateQuote('一 二', { exact: ' ', prefix: '', suffix: '', start: 0, end: 1 })).toBeUndefined();
});

test('a span never splits a surrogate pair, even where a near match would', () => {
  const body = '店名叫\u{20bb7}野家，开了三十年，老街坊都认得。';
  const found = locateQuote(body.replace('\u{20bb7}', '\u{20bb8}'), quoteOf(body, '\u{20bb7}野家'));
  expect(found?.state).toBe('changed');
  expect(found?.span.start).toBe(3);
});

// Every character carries a number of its own through the edits, so the truth is known.
interface Unit {
  readonly text: string;
  readonly id: number;
}

const subjects = ['甲县', '乙县', '丙县', '丁县', '东港', '西岭', '河湾镇', '石门乡'];
const clauses = ['新增就业', '同比增长', '没有完成', '上升', '计划投入', '累计接待', '减少'];
const amounts = ['5.7万人', '3.2万人', '12.3%', '2.3%', '四百户', '10~20亿元', '98%', '三成'];
const sentence = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...clauses), fc.constantFrom(...amounts), fc.nat(9999))
  .map(([subject, clause, amount, number]) => `${subject}第${number}号公告说，${clause}${amount}。`);
const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });
const edit = fc.tuple(
  fc.constantFrom('insert', 'delete', 'substitute', 'blank', 'deleteLine', 'moveLine'),
  fc.nat(),
  fc.nat(),
  // None of these stands in the text, so no edit can undo another one.
  fc.constantFrom('不', '零', '兆', '；', '并非', '山'),
);

test('over ten thousand random edits with known truth, no mark goes in silence to other words', () => {
  let silent = 0;
  let wrong = 0;
  fc.assert(
    fc.property(
      paragraphs,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.integer({ min: 2, max: 24 }),
      (lines, edits, at, length) => {
        const body = lines.map((sentences) => sentences.join('')).join('\n');
        const start = at % Math.max(1, body.length - length);
        const quote = quoteAt(body, { start, end: Math.min(body.length, start + length) });
        const original = [...body].map((text, id) => ({ text, id }));
        const edited = edits.reduce(applyEdit, original);
        const found = locateQuote(edited.map(({ text }) => text).join(''), quote);
        if (!found || found.state === 'changed') return;
        silent += 1;
        const ids = edited.slice(found.span.start, found.span.end).flatMap((unit) => (isBlank(unit) ? [] : [unit.id]));
        const truth = original.slice(quote.start, quote.end).flatMap((unit) => (isBlank(unit) ? [] : [unit.id]));
        if (ids.join() !== truth.join()) wrong += 1;
      },
    ),
    { numRuns: 10_000, seed: 20181105 },
  );
  expect(wrong).toBe(0);
  // Refusing everything would be safe and useless.
  expect(silent).toBeGreaterThan(3000);
}, 20_000);

let fresh = 1_000_000;
function applyEdit(units: Unit[], [kind, a, b, text]: [string, number, number, string]): Unit[] {
  const at = units.length === 0 ? 0 : a % units.length;
  const inserted = [...text].map((character) => {
    fresh += 1;
    return { text: character, id: fresh };
  });
  switch (kind) {
    case 'insert':
      return units.toSpliced(at, 0, ...inserted);
    case 'delete':
      return units.toSpliced(at, 1 + (b % 12));
    case 'substitute':
      return units.toSpliced(at, 1, ...inserted);
    case 'blank':
      return units.toSpliced(at, 0, { text: b % 2 === 0 ? ' ' : '\n', id: -1 });
    default: {
      const lines = splitLines(units);
      const [line] = lines.splice(a % lines.length, 1);
      if (kind === 'moveLine' && line) lines.splice(b % (lines.length + 1), 0, line);
      return lines.flatMap((each, index) => (index === 0 ? each : [{ text: '\n', id: -1 }, ...each]));
    }
  }
}

function splitLines(units: readonly Unit[]): Unit[][] {
  const lines: Unit[][] = [[]];
  for (const unit of units) {
    if (unit.text === '\n') lines.push([]);
    else lines.at(-1)?.push(unit);
  }
  return lines;
}

function isBlank({ text }: Unit): boolean {
  return /\s/.test(text);
}
