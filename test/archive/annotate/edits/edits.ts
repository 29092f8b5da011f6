import type { Random } from '../../desk/scramble/random.ts';

/** What one edit puts in the place of a range of a text. A paragraph that moves is put elsewhere: `moveTo` is a position outside the range. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly moveTo?: number;
}

/** An edit of its kind at a place that chance takes, or undefined where the text has no place for one. `other` gives sentences that do not stand in it. */
type MakeEdit = (text: string, random: Random, other: string) => Edit | undefined;

const UNITS = '万亿元吨户人%‰米件个年月日天岁倍里度'.split('');
const NEGATIONS = ['不', '未', '没有', '并非', '无', '尚未', '不再', 'not '];
const DIRECTIONS = [
  ['增长', '下降'],
  ['上升', '下降'],
  ['增加', '减少'],
  ['提高', '降低'],
  ['扩大', '缩小'],
  ['上', '下'],
  ['东', '西'],
  ['南', '北'],
  ['前', '后'],
  ['进', '出'],
  ['内', '外'],
  ['开', '关'],
  ['高', '低'],
  ['多', '少'],
  ['rise', 'fall'],
  ['more', 'less'],
  ['north', 'south'],
] as const;
const NAMES =
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]\p{Script=Han}{1,2}|\b[A-Z][a-z]{2,}/gu;
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢'.split('');
const VARIANTS = [
  ['国', '國'],
  ['发', '發'],
  ['业', '業'],
  ['这', '這'],
  ['时', '時'],
  ['会', '會'],
  ['来', '來'],
  ['为', '為'],
] as const;
const BLANKS = [' ', '\u3000', '\n', '\u00a0', '  ', '\u200b'];

/** The ten kinds of edit of the issue, each with what it does to a text. */
export const EDITS: Readonly<Record<string, MakeEdit>> = {
  'white space': (text, random) => {
    const blanks = [...text.matchAll(/\s/gu)];
    const there = blanks.length > 0 && random.chance(0.4) ? random.pick(blanks) : undefined;
    const start = there?.index ?? between(text, below(random, text.length + 1));
    return { start, end: start + (there ? 1 : 0), text: there && random.chance(0.5) ? '' : random.pick(BLANKS) };
  },
  'moved paragraph': (text, random) => {
    const lines = [...text.matchAll(/[^\n]+\n?/gu)];
    if (lines.length < 3) return undefined;
    const line = random.pick(lines);
    const target = random.pick(lines);
    const end = line.index + line[0].length;
    if (!line[0].endsWith('\n') || (target.index >= line.index && target.index <= end)) return undefined;
    return { start: line.index, end, text: '', moveTo: target.index };
  },
  digit: (text, random) => {
    const found = anyOf(random, [...text.matchAll(/\d/gu)]);
    if (!found) return undefined;
    const digit = String((Number(found[0]) + 1 + below(random, 9)) % 10);
    return { start: found.index, end: found.index + 1, text: random.pick([digit, digit, digit + found[0], '']) };
  },
  unit: (text, random) => {
    const found = anyOf(
      random,
      [...text.matchAll(/[万亿元吨户人%‰米件个年月日天岁倍里度]/gu)].filter(({ index }) =>
        /[\d一二三四五六七八九十百千万亿两]/u.test(text[index - 1] ?? ''),
      ),
    );
    if (!found) return undefined;
    const unit = random.pick(UNITS.filter((other) => other !== found[0]));
    return { start: found.index, end: found.index + 1, text: unit };
  },
  negation: (text, random) => {
    const there = anyOf(random, [...text.matchAll(/不|没有|未|无|\bnot /gu)]);
    if (there && random.chance(0.5)) return { start: there.index, end: there.index + there[0].length, text: '' };
    const at = between(text, below(random, text.length));
    return { start: at, end: at, text: random.pick(NEGATIONS) };
  },
  direction: (text, random) => {
    const [one, other] = random.pick(DIRECTIONS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
    const start = anyOf(random, [...text.matchAll(new RegExp(one, 'gu'))])?.index;
    return start === undefined ? undefined : { start, end: start + one.length, text: other };
  },
  name: (text, random) => {
    const found = anyOf(random, [...text.matchAll(NAMES)]);
    if (!found) return undefined;
    const start = found.index;
    const name = found[0];
    if (/^[A-Z]/u.test(name))
      return { start, end: start + name.length, text: random.pick(['Marlow', 'Ashby', 'Quill']) };
    const surname = random.pick(SURNAMES.filter((other) => !name.startsWith(other)));
    return random.chance(0.5)
      ? { start, end: start + 1, text: surname }
      : { start, end: start + name.length, text: surname + random.pick(['建国', '秀英', '伟', '海燕']) };
  },
  'any one character': (text, random) => {
    const variant = random.pick(VARIANTS);
    const simplified = text.indexOf(variant[0], below(random, text.length));
    if (simplified >= 0 && random.chance(0.2)) return { start: simplified, end: simplified + 1, text: variant[1] };
    const start = between(text, below(random, text.length));
    const end = between(text, start + 1);
    const taken = between(text, below(random, text.length));
    const character = text.slice(taken, between(text, taken + 1));
    if (character.trim() === '' || text.slice(start, end).trim() === '') return undefined;
    return random.pick([
      { start, end, text: character },
      { start, end, text: '' },
      { start, end: start, text: character },
    ]);
  },
  'sentence inserted inside': (text, random, other) => {
    const sentences = other.match(/[^。！？.\n]{6,80}[。！？.]/gu) ?? [];
    const sentence = anyOf(
      random,
      sentences.filter((one) => !text.includes(one)),
    );
    const start = between(text, below(random, text.length));
    return sentence === undefined ? undefined : { start, end: start, text: sentence };
  },
  deleted: (text, random) => {
    const sentence = anyOf(random, [...text.matchAll(/[^。！？.\n]+[。！？.]?/gu)]);
    if (!sentence) return undefined;
    const line = random.pick([...text.matchAll(/[^\n]+\n?/gu)]);
    const from = between(text, below(random, text.length));
    return random.pick([
      { start: sentence.index, end: sentence.index + sentence[0].length, text: '' },
      { start: line.index, end: line.index + line[0].length, text: '' },
      { start: from, end: between(text, Math.min(text.length, from + 2 + below(random, 30))), text: '' },
    ]);
  },
};

/** A position that is not inside a surrogate pair. */
export function between(text: string, position: number): number {
  const isInside = /[\udc00-\udfff]/u.test(text[position] ?? '') && /[\ud800-\udbff]/u.test(text[position - 1] ?? '');
  return isInside ? position + 1 : position;
}

export const below = (random: Random, most: number) => random.int(0, Math.max(0, most - 1));

const anyOf = <T>(random: Random, list: readonly T[]) => (list.length === 0 ? undefined : random.pick(list));
