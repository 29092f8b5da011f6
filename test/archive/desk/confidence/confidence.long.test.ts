import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../../../electron/archive/desk/confidence/evidence.ts';
import { neighbourSigns } from '../../../../electron/archive/desk/confidence/neighbours.ts';
import { DOUBT_BELOW } from '../../../../electron/archive/desk/edit/threshold.ts';
import { pairMarginals } from '../../../../electron/archive/desk/seams/marginals.ts';
import { readDesk, separate } from '../../../../electron/archive/desk/separate.ts';
import { flagged, marksOf } from '../../../bench/desk-confidence.ts';
import { articles, lead, other, page, second } from '../page-of.ts';
import { readArticles } from '../scramble/article.ts';
import { scramblePage } from '../scramble/scramble.ts';

const blocks = (...text: string[]) => articles(...text).flatMap((article) => article.blocks);
const seams = (...text: string[]) => blocks(...text).flatMap((block) => block.seams ?? []);
const holding = (words: string, ...text: string[]) => {
  const found = blocks(...text).find((block) => block.text.includes(words));
  if (!found) throw new Error('no block has these words');
  return found.confidence;
};
const story = ['老桥重新开通', '本报记者 沈知远'];

describe('the share of all matchings that have a pair', () => {
  const weights = (...rows: [number, [number, number][]][]) => new Map(rows.map(([head, row]) => [head, new Map(row)]));

  test('two tails that fit equally well have it by halves', () => {
    const row = pairMarginals(
      weights([
        1,
        [
          [5, 4],
          [9, 4],
        ],
      ]),
    ).get(1);
    expect(row?.get(5)).toBeCloseTo(row?.get(9) ?? 0);
    expect(row?.get(5)).toBeLessThan(0.5);
  });

  test('a rival for the tail makes a pair less certain', () => {
    const alone =
      pairMarginals(weights([1, [[5, 4]]]))
        .get(1)
        ?.get(5) ?? 0;
    const rivalled =
      pairMarginals(weights([1, [[5, 4]]], [2, [[5, 3]]]))
        .get(1)
        ?.get(5) ?? 0;
    expect(rivalled).toBeLessThan(alone);
  });
});

describe('how certain a decision is', () => {
  test('a seam that a word of the dictionary crosses is more certain than one without', () => {
    const [word] = seams(...story, lead, '居民感受到了服', '务的变化，纷纷走上桥头。');
    const [plain] = seams(...story, lead, '卖豆腐的陈大娘推着车慢慢', '走上了新修的桥面，笑了起来。');
    expect(plain).toBeDefined();
    expect(word?.confidence).toBeGreaterThan(plain?.confidence ?? 1);
  });

  const tails = ['老人走上桥头，看了看河水。', '孩子走上桥头，看了看河水。'];

  test('of three texts that fit one end, none is certain', () => {
    const [seam] = seams(...story, lead, '桥修好以后，每天清晨都有许多', other, ...tails, second);
    expect(seam).toBeDefined();
    expect(seam?.confidence ?? 0).toBeLessThan(DOUBT_BELOW);
  });

  test('a lost end is less certain than a whole paragraph', () => {
    const open = '改造总投资一千八百六十万元，比最初的方案节';
    const text = [...story, lead, open, '书屋坐得满', '□ 林晓禾', other];
    expect(holding(open, ...text)).toBeLessThan(holding(lead, ...text));
  });

  test('a paragraph that begins inside a sentence is less certain than one that begins', () => {
    const inside = '的石栏，桥面加宽了一米，两边装了新灯。';
    expect(holding(inside, ...story, lead, inside, second)).toBeLessThan(holding(second, ...story, lead, second));
  });

  test('a headline with a byline is more certain than a lone section head', () => {
    const text = [...story, lead, second, '夜里也亮着', other];
    expect(holding('老桥重新开通', ...text)).toBeGreaterThan(holding('夜里也亮着', ...text));
  });

  test('a caption with its credit is more certain than a sentence that only stands apart', () => {
    const credited = holding('修缮后的老桥。', ...story, lead, '修缮后的老桥。 沈知远 摄', second);
    const apart = holding(
      '修缮后的老桥真好看。',
      `${page(...story, lead)}\n\n\n\n修缮后的老桥真好看。\n\n\n\n${second}`,
    );
    expect(credited).toBeGreaterThan(apart);
  });

  test('a story with a headline, a byline and text is certain to begin', () => {
    const [, next] = articles(...story, lead, second, '书屋坐得满', '□ 林晓禾', other);
    expect(next?.confidence).toBeGreaterThan(DOUBT_BELOW);
  });

  test('a long copy is certain', () => {
    const dropped = separate(page(...story, lead, lead + second, lead + second)).dropped[0];
    expect(dropped?.confidence).toBeGreaterThan(DOUBT_BELOW);
  });

  test('what is doubtful says why', () => {
    const text = [...story, lead, '桥修好以后，每天清晨都有许多', other, ...tails, second];
    const found = blocks(...text).find((block) => block.text === tails[1]);
    expect(found?.confidence).toBeLessThan(DOUBT_BELOW);
    expect(found?.evidence).toContain('begins inside a sentence');
  });
});

test('a decision among doubtful ones is weighed with them', () => {
  const read = readDesk(page(...story, lead, second));
  const evidence = readEvidence(read);
  const list = (alone: number) =>
    [0.99, alone].map((own, block) => ({
      kind: 'paragraph' as const,
      article: 0,
      block,
      unit: read.units[2 + block],
      alone: own,
    }));
  const sign = (alone: number) => neighbourSigns(list(alone), evidence)[0]?.['what follows it'] ?? 0;
  expect(sign(0.1)).toBeGreaterThan(sign(0.99));
});

describe('scrambled pages', () => {
  const clean = readArticles();
  const pages = Array.from({ length: 12 }, (_, at) => scramblePage(900 + at, clean));

  test('the same page is said to be as certain every time', () => {
    for (const { raw } of pages.slice(0, 3)) expect(separate(raw)).toEqual(separate(raw));
  });

  test('most of what is wrong is flagged, and little of what is right', () => {
    const { wrong, ofWrong, ofRight } = flagged(pages.flatMap((known) => marksOf(known)));
    expect(wrong).toBeGreaterThan(5);
    expect(ofWrong).toBeGreaterThan(0.7);
    expect(ofRight).toBeLessThan(0.2);
  });
});
