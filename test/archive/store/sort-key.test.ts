import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { LAST_KEY, sortKey } from '#archive/store/sort-key.ts';

const sorted = (titles: readonly string[]) =>
  [...titles].sort((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));

test('numbers come by their value, then Han by syllable and tone, then letters without their case', () => {
  expect(sorted(['beta', '重庆', 'Alpha', '安徽', '10 人', '北京', '9 人', '妈', '马', '骂', '麻', '吗'])).toEqual([
    '9 人',
    '10 人',
    '安徽',
    '北京',
    '重庆',
    '妈',
    '麻',
    '马',
    '骂',
    '吗',
    'Alpha',
    'beta',
  ]);
});

test('a short syllable stands before the longer ones that begin with it, and u before ü', () => {
  expect(sorted(['先', '西安', '西', '旅', '路'])).toEqual(['路', '旅', '西', '西安', '先']);
});

test('a character of two readings stands where its word is read', () => {
  expect(sorted(['中', '重庆', '重量', '成'])).toEqual(['成', '重庆', '中', '重量']);
});

test('quotation marks and blanks at the start of a title do not decide where it stands', () => {
  expect(sorted(['《北京》', '安徽', '“八达岭”', ' 阿城'])).toEqual([' 阿城', '安徽', '“八达岭”', '《北京》']);
});

test('where there is nothing to sort by comes last, after every script', () => {
  for (const title of ['龥', 'zz', 'Яр', 'ひらがな', '𪛖', '🏛'])
    expect(Buffer.compare(Buffer.from(sortKey(title)), Buffer.from(LAST_KEY))).toBe(-1);
});

test('characters of one reading each stand as the collator for pinyin puts them, whenever it tells them apart by sound', () => {
  const everyday =
    '安白班半包北本笔边表病补步部才财草层产场车城吃春词村打带单当到灯低底点电店定东冬动读短对多饭方房飞分风服改干高歌告哥根工公狗古瓜关光贵国果海汉好号河黑红后湖花话画换黄回火机鸡级急几记加家间见江教接街节今金进近京九酒旧就开看考靠科课口哭快来老冷离里理力立连脸凉两亮六楼路旅绿马卖满慢忙毛妹门米面民名明母拿男南年鸟您牛农女跑朋票平七期奇起汽千前钱青轻清情请秋球去全让热人认日肉三山商上少社身深什生声师十时识实食史始市事试室收手书树谁水睡说思死四送诉算岁所他太谈汤题体天条铁听同头图土外完玩晚万王网往忘文问我五午武物西习洗喜系下夏先险县现线相香向小校笑些谢新信星姓雪羊阳养样药要页夜一衣医以义艺易意音银印英用邮有友又右鱼语雨元园员远院月云运再在早怎站张找真正知直纸中钟种周主住助祝准桌子自走租足最昨左坐做';
  const characters = [...everyday].filter((one) => pinyin(one, { multiple: true, type: 'array' }).length === 1);
  expect(characters.length).toBeGreaterThan(200);
  const collator = new Intl.Collator('zh-u-co-pinyin');
  const sound = (character: string) => sortKey(character).slice(0, -1);
  fc.assert(
    fc.property(fc.constantFrom(...characters), fc.constantFrom(...characters), (a, b) => {
      fc.pre(sound(a) !== sound(b) && collator.compare(a, b) !== 0);
      return Math.sign(Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b)))) === collator.compare(a, b);
    }),
    { numRuns: 5000 },
  );
});
