import { describe, expect, test } from 'vitest';
import { lexicon, readWords } from '../../../../electron/archive/desk/reading/lexicon.ts';
import { readJoint } from '../../../../electron/archive/desk/seams/joints.ts';
import { weighOpening } from '../../../../electron/archive/desk/seams/openings.ts';
import { FEATURES } from '../../../../electron/archive/desk/seams/standings.ts';
import { followGain } from '../../../../electron/archive/desk/seams/transitions.ts';
import { judge, namesIn, readTrees } from '../../../../electron/archive/desk/trees.ts';

const words = lexicon();
function joint(left: string, right: string) {
  const lastWord = readWords(words, /\p{Script=Han}*$/u.exec(left)?.[0] ?? '').at(-1) ?? '';
  const firstWord = readWords(words, /^\p{Script=Han}*/u.exec(right)?.[0] ?? '')[0] ?? '';
  return readJoint({
    left,
    right,
    lastWord,
    lastClass: words.classOf(lastWord),
    firstWord,
    firstClass: words.classOf(firstWord),
  });
}

describe('what the last and the first word say of a joint', () => {
  test.each([
    ['兑现奖补资金4670', '万元，惠及企业', ['a number goes on', 'what is counted follows']],
    ['走访了企业4670', '多家，惠及千户', ['a number goes on']],
    ['兑现奖补资金4670', '走进园区，标语醒目', ['a number breaks off']],
    ['全部救出被困人员并', '居民不要在楼道停车', ['a deed is missing']],
    ['居民纷纷表示，', '的石栏保留了下来', ['a particle behind a mark']],
    ['学院着力打造', '“双师”课堂，效果明显', ['a quoted name behind a verb']],
    ['为每一家', '企业配备专员', ['what is counted follows']],
    ['荞麦的价格开到每斤', '四块五。', ['what is counted follows', 'what is counted follows']],
    ['每天拉走八吨，一年省下饲料钱', '二十多万元，都分给了农户。', ['what is counted follows']],
    ['山里的订单比去年增长', '12.5%，都由合作社来完成。', ['what is counted follows']],
    ['每天拉走八吨，一年省下饲料钱', '二十多亩，都种了白菜。', []],
    ['居民来到桥头', '看船', []],
  ])('%s | %s', (left, right, clues) => expect(joint(left, right)).toEqual(clues));
});

test('a text that begins inside a sentence reads otherwise than one that begins', () => {
  const inside = weighOpening('的石栏，桥面加宽了一米。', words);
  const beginning = weighOpening('近年来，全县修缮老桥十二座，加宽桥面，保留石栏，方便了两岸居民。', words);
  expect([inside.afterWord > 0, beginning.afterWord < 0]).toEqual([true, true]);
});

test('behind a comma a clause may begin as a sentence does', () => {
  const clause = weighOpening('桥面加宽了一米，石栏也保留了下来。', words);
  expect(clause.afterMark).toBeGreaterThan(clause.afterWord);
});

test('a character is told by how often it begins or ends words', () => {
  expect(words.endsWords('步')).toBeGreaterThan(words.endsWords('的'));
  expect(words.beginsWords('创')).toBeGreaterThan(words.beginsWords('了'));
});

test('a tree asks whether a feature has reached its cut', () => {
  const trees = readTrees('weight>2|-0.5|ends in a comma>1|0.25|1\n0.125', FEATURES);
  const sum = (features: Record<string, number>) =>
    judge(
      trees,
      Float64Array.from(FEATURES, (name) => features[name] ?? 0),
    );
  expect([sum({ weight: 1 }), sum({ weight: 2 }), sum({ weight: 3, 'ends in a comma': 1 })]).toEqual([
    -0.375, 0.375, 1.125,
  ]);
});

test('trees name the features that they ask for, each once', () => {
  const table =
    'said>1.5|may go on elsewhere, odds>-0.25|0.1|-0.2|0.3\n0.125\nbyline: another story above>1|said>0|1|2|3';
  expect(namesIn(table)).toEqual(['said', 'may go on elsewhere, odds', 'byline: another story above']);
});

test('a particle follows a noun more readily than a preposition does', () => {
  expect(followGain('2n', '1uj')).toBeGreaterThan(followGain('1p', '1uj'));
});
