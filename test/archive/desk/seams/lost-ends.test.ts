import { describe, expect, test } from 'vitest';
import { nothingIsLost } from '../../../../electron/archive/desk/seams/lost-ends.ts';
import { sumOfMatchings } from '../../../../electron/archive/desk/seams/marginals.ts';
import { readDesk } from '../../../../electron/archive/desk/separate.ts';
import { lead, page, second } from '../page-of.ts';

describe('the odds of all matchings together', () => {
  const odds = (...rows: [number, [number, number][]][]) => new Map(rows.map(([head, row]) => [head, new Map(row)]));

  test('of two heads that share no tail are the products of their own', () => {
    const weights = odds([1, [[5, Math.log(3)]]], [2, [[7, Math.log(4)]]]);
    expect(Math.exp(sumOfMatchings(weights, 0))).toBeCloseTo((1 + 3) * (1 + 4));
  });

  test('of two heads and one tail never count the tail twice', () => {
    const weights = odds([1, [[5, Math.log(3)]]], [2, [[5, Math.log(4)]]]);
    expect(Math.exp(sumOfMatchings(weights, 0))).toBeCloseTo(1 + 3 + 4);
  });

  test('rise with every pair', () => {
    expect(Math.exp(sumOfMatchings(odds([1, [[5, Math.log(3)]]]), Math.log(2)))).toBeCloseTo(1 + 6);
  });
});

const story = ['老桥重新开通', '本报记者 沈知远', lead];
const cuts = [
  '居民感受到了服',
  '务的变化，纷纷走上桥头。',
  '工匠把石板一块一',
  '块洗净，又按原样铺好。',
  '县里把渡口的码',
  '头改成了小公园，种满了花草。',
  '卖豆腐的陈大娘推着车走上了石',
  '拱桥，说桥面比从前宽多了。',
];
const lost = [
  '放学铃声一响，桥头就热闹起来。孩子们在石板路边种下一排香',
  '农家书屋夜里也亮灯',
  '本报记者 林畔',
  '陈大娘的豆腐摊前排起了长队。老人从家里搬来了几把竹',
  '渡船换上新动力',
  '本报记者 周远',
  '码头上的石阶洗得干干净净。渡口的船也换了新的发动',
  '河滩种下千棵柳',
  '本报记者 何田',
];
const wholeness = (...blocks: string[]) => nothingIsLost(readDesk(page(...story, ...blocks, second)).matching.clues);

test('where each end goes on right below the page has lost nothing; where most go on nowhere it has', () => {
  expect(wholeness(...cuts)).toBeGreaterThan(0.5);
  expect(wholeness(...cuts, ...lost)).toBeLessThan(0.1);
});
