import { expect, test } from 'vitest';
import { readingOrder } from '../../../renderer/src/features/desk/page-order.ts';
import * as plans from '../../../renderer/src/features/desk/plans.ts';
import { CAPTION, COPY, LAMPS, NIGHT, PAGE, PARAGRAPH, TITLE } from './desk-page.ts';

const of = (...places: number[]) => new Set(places);

test('an article begins at the first chosen block, and not where it begins already', () => {
  expect(plans.splitArticle(PAGE, of(CAPTION, PARAGRAPH))).toEqual([{ kind: 'split_article', before: PARAGRAPH }]);
  expect(plans.splitArticle(PAGE, of(TITLE))).toEqual([]);
  expect(plans.splitArticle(PAGE, of(COPY))).toEqual([]);
});

test('an article goes into the one above, the first into none; of several the first takes the others', () => {
  const merged = [{ kind: 'merge_articles', into: TITLE, from: NIGHT }];
  expect(plans.mergeArticles(PAGE, of(LAMPS))).toEqual(merged);
  expect(plans.mergeArticles(PAGE, of(PARAGRAPH, LAMPS))).toEqual(merged);
  expect(plans.mergeArticles(PAGE, of(PARAGRAPH))).toEqual([]);
});

test('blocks are sent to the end of an article, what was left out is put back there, and what is there stays', () => {
  const to = { article: NIGHT, before: null };
  expect(plans.sendTo(PAGE, of(PARAGRAPH, LAMPS, COPY), 1)).toEqual([
    { kind: 'move_blocks', blocks: [PARAGRAPH], to },
    { kind: 'restore_range', dropped: COPY, role: 'paragraph', to },
  ]);
  expect(plans.sendTo(PAGE, of(LAMPS), 1)).toEqual([]);
  expect(plans.sendTo(PAGE, of(LAMPS), 7)).toEqual([]);
  expect(plans.sendTo(PAGE, of(PARAGRAPH), 'new')).toEqual([
    { kind: 'move_blocks', blocks: [PARAGRAPH], to: 'new_article' },
  ]);
});

test('a block moves past its neighbour, and at the edge of its article into the next one', () => {
  const target = (place: number, by: 1 | -1) => {
    const [command] = plans.moveBy(PAGE, of(place), by);
    return command?.kind === 'move_blocks' ? command.to : undefined;
  };
  expect(target(PARAGRAPH, -1)).toEqual({ article: TITLE, before: TITLE });
  expect(target(PARAGRAPH, 1)).toEqual({ article: CAPTION, before: null });
  expect(target(TITLE, 1)).toEqual({ article: PARAGRAPH, before: CAPTION });
  expect(target(CAPTION, 1)).toEqual({ article: NIGHT, before: NIGHT });
  expect(target(NIGHT, -1)).toEqual({ article: TITLE, before: null });
  expect(target(TITLE, -1)).toBeUndefined();
});

test('what was left out goes back behind the block that stands before it on the raw page', () => {
  expect(plans.restoreRanges(PAGE, of(COPY, TITLE))).toEqual([
    { kind: 'restore_range', dropped: COPY, role: 'paragraph', to: { article: TITLE, before: null } },
  ]);
});

test('only what is not so already is set', () => {
  expect(plans.setRole(PAGE, of(TITLE, PARAGRAPH), 'title')).toEqual([
    { kind: 'set_role', blocks: [PARAGRAPH], role: 'title' },
  ]);
  expect(plans.setRole(PAGE, of(TITLE), 'title')).toEqual([]);
});

test('a block is cut at a position of the source, never at its edges', () => {
  expect(plans.cutBlock(PAGE, PARAGRAPH, 6)).toEqual([{ kind: 'split_block', block: PARAGRAPH, at: 13 }]);
  expect(plans.cutBlock(PAGE, PARAGRAPH, 0)).toEqual([]);
  expect(plans.cutBlock(PAGE, PARAGRAPH, 11)).toEqual([]);
});

test('halves are joined in the order in which they were named, and a block not to itself', () => {
  expect(plans.joinBlocks(PAGE, LAMPS, PARAGRAPH)).toEqual([{ kind: 'join_blocks', first: LAMPS, second: PARAGRAPH }]);
  expect(plans.joinBlocks(PAGE, LAMPS, LAMPS)).toEqual([]);
  expect(plans.joinBlocks(PAGE, LAMPS, COPY)).toEqual([]);
});

test('an article is named with what it belongs to by its first block', () => {
  expect(plans.setKind(PAGE, NIGHT, 'sidebar', 'a1')).toEqual([
    { kind: 'set_kind', article: NIGHT, to: 'sidebar', parent: TITLE },
  ]);
});

test('a choice goes from one block to another in either direction', () => {
  const order = readingOrder(PAGE);
  expect([...plans.stretch(order, PARAGRAPH, NIGHT)]).toEqual([PARAGRAPH, CAPTION, NIGHT]);
  expect([...plans.stretch(order, NIGHT, PARAGRAPH)]).toEqual([PARAGRAPH, CAPTION, NIGHT]);
});
