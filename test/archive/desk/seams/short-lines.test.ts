import { describe, expect, test } from 'vitest';
import { readDesk } from '../../../../electron/archive/desk/separate.ts';
import { articles, lead, only, second, texts } from '../page-of.ts';
import { readArticles } from '../scramble/article.ts';
import { scramblePage } from '../scramble/scramble.ts';

const headed = (...blocks: string[]) => only('老桥重新开通', '本报记者 沈知远', lead, second, ...blocks);

describe('a short line without a mark', () => {
  test.each([
    ['今年春季的修桥捐款登记出', '来了：全镇一共收到四百三十二笔，最小的一笔是两块钱。'],
    ['镇上的文化站联系的是一家', '做石雕的作坊。去年冬天，作坊接到一笔大单。'],
    ['村里还把废弃的粮站改', '成了石匠学堂，每年暑假接待学生三百多人。'],
  ])('that goes on in the text below is no headline: %s', (line, rest) => {
    const story = headed(line, rest);
    expect(texts(story, 'subhead')).toEqual([]);
    expect(texts(story)).toContain(line + rest);
  });

  test.each([
    ['桥头的石匠学堂开了门', '学堂设在废弃的粮站里，每年暑假接待学生三百多人。'],
    ['先修栏板 再铺桥面', '施工队把三百二十块栏板逐一编号，拆下来清洗、修补。'],
  ])('above the beginning of a text stays one: %s', (line, text) => {
    expect(texts(headed(line, text), 'subhead')).toEqual([line]);
  });

  test.each([342, 490])('on scrambled page %i a headline in the middle of a cut sentence is one', (seed) => {
    const { raw, labels } = scramblePage(seed, readArticles());
    const { units } = readDesk(raw);
    const titles = labels.coverage.ranges.filter((range) => range.role === 'title').map((range) => range.start);
    const text = units.filter((unit) => unit.role === 'paragraph').map((unit) => unit.start);
    expect(text.filter((start) => titles.includes(start))).toEqual([]);
  });

  test('of somebody who speaks in an interview is none', () => {
    const [talk] = articles(
      '睡得好不好',
      '记者 林小满',
      '记者：怎样才算睡得好？',
      '端木清：早上醒来不觉得累，就算睡得好。',
      '记者：午睡要睡多久？',
      '端木清：二十分钟就够了，久了反而昏沉。',
      '记者：最要紧的是什么？',
      '端木清：最要紧的是起床的时间',
    );
    expect(texts(talk)?.at(-1)).toBe('端木清：最要紧的是起床的时间');
  });
});
