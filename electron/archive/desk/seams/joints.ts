import { isDigit, spelledOut } from '../reading/characters.ts';
import type { ClueName } from './clues.ts';

/** What grammar says of two texts set end to end, where the last and the first word alone decide. */

const NUMERAL = /[\d０-９一二三四五六七八九十百千万亿两]$/u;
/** Goes on from a number: more of it, a rough figure, a sign or a unit. */
const AFTER_NUMERAL =
  /^[\d０-９.．点%％‰一二三四五六七八九十百千万亿两余多来几半成倍分元户家人名吨岁年月日时点级版层栋斤亩米里度路号期届平立厘毫千公小个]/u;
/** Asks for a number, or for one of these, before it. */
const DETERMINER = /[\d０-９一二三四五六七八九十百千万亿两几数多余半这那每某整各首第好前后]$/u;
/** Says how or whether something is done: a deed follows, not a thing. */
const ADVERB =
  /^(?:就|也|还|又|已|只|才|都|并|将|能|可|会|要|应|须|曾|再|未|不|便|仍|却|则|均|必|愿|想|敢|可以|能够|已经|正在|不断|进一步)$/u;
const PARTICLE = /^[的了着等们性化得过]/u;
const MARK = /[，、；：,;。）)]$/u;

/** A name or saying in quotation marks, not someone speaking. */
const NAME_OPENS = /^[“「《‘"][^”」》’"，。！？：]{1,16}[”」》’"](?![，。]?(?:\S{0,8}说|\S{0,8}表示))/u;
/** A number or pointer and its unit, without what they count. */
const COUNTED = /[一两几每各这那某数\d二三四五六七八九十百千万][个家名位条项座件只张份种批支辆台间所户群场套部]$/u;
/** `每斤`, `每小时`: how much follows. */
const PRICED = spelledOut(/每[\p{Script=Han}]{1,2}$/u);
const NUMERAL_FIRST = /^[\d０-９一二三四五六七八九十百千两半]/u;
/** Money before a sum of money, growth before a share: what is counted and its measure on both sides of a cut. */
const MEASURED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?:钱|[费款价]|资金|金额|收入|[产总]值|利润|税|工资|补[助贴]|[投出]资|[省收卖花赚挣付赔]下?)[^，。；]{0,5}$/u,
    /^[\d.十百千万亿两几多余近约一二三四五六七八九]*[万亿]?(?:元|块|美元)/u,
  ],
  [
    /(?:增长|增幅|增加|上升|上涨|提[高升]|下降|下跌|减少|降至?|占|达到?|率[为达至]?|比例|比重)(?:了|到|至|为|约)?$/u,
    /^(?:[\d.]+[%％]|百分之)/u,
  ],
];

export interface Joint {
  readonly left: string;
  readonly right: string;
  readonly lastWord: string;
  readonly lastClass: string;
  readonly firstWord: string;
  readonly firstClass: string;
}

export function readJoint({ left, right, lastWord, lastClass, firstWord, firstClass }: Joint): ClueName[] {
  const clues: ClueName[] = [];
  const measure = /^[12](?:q|m)/u.test(firstClass) && !/^第/u.test(firstWord);
  if (
    NUMERAL.test(left) &&
    !/^\p{Ll}/u.test(right) &&
    (lastWord.length <= 1 || isDigit(left.at(-1) ?? '') || /^[一二三四五六七八九十百千万亿两]+$/u.test(lastWord))
  )
    clues.push(measure || AFTER_NUMERAL.test(right) ? 'a number goes on' : 'a number breaks off');
  else if (/^[12]q$/u.test(firstClass) && firstWord.length === 1 && !DETERMINER.test(left))
    clues.push('a unit without its number');
  if (ADVERB.test(lastWord) && /^[12](?:n|ns|nr|nt|nz|t|r|s)$/u.test(firstClass)) clues.push('a deed is missing');
  if (NAME_OPENS.test(right) && (/^[12](?:v|p)/u.test(lastClass) || /化$/u.test(lastWord)))
    clues.push('a quoted name behind a verb');
  if (PRICED.test(left) && NUMERAL_FIRST.test(right)) clues.push('what is counted follows');
  if (MEASURED.some(([before, after]) => before.test(left) && after.test(right))) clues.push('what is counted follows');
  if (COUNTED.test(left) && /^[12](?:n|a|b|v|j|l)/u.test(firstClass)) clues.push('what is counted follows');
  if (MARK.test(left) && PARTICLE.test(right)) clues.push('a particle behind a mark');
  return clues;
}
