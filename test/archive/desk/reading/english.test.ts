import { describe, expect, test } from 'vitest';
import { cannotMeet, leadsOn } from '../../../../electron/archive/desk/reading/english.ts';
import { separate } from '../../../../electron/archive/desk/separate.ts';
import { articles, only, page, texts } from '../page-of.ts';

const dawn = 'The ferry left the quay before dawn with forty people on board.';
const fog = 'Nobody in the harbour office had expected the fog to lift so early.';
const story = (...blocks: string[]) => only('FERRY SAILS AGAIN', 'By Anna Reed', ...blocks);

describe('an English page', () => {
  test.each([
    ['T', 'he ferry left the quay before dawn with forty people on board.'],
    ['T he ferry left the quay before dawn with forty people on board.'],
    ['T\nhe ferry left the quay before dawn with forty people on board.'],
  ])('a drop cap is the first letter of its word: %j', (...blocks) => {
    expect(texts(story(...blocks, fog))).toEqual([dawn, fog]);
  });

  test('A and I are words, not drop caps', () => {
    expect(texts(story('A ferry left the quay before dawn.', 'I saw it go, and so did the pilot.'))).toEqual([
      'A ferry left the quay before dawn.',
      'I saw it go, and so did the pilot.',
    ]);
  });

  test('a hyphen at a line end goes, and the writer’s own stays', () => {
    const derivation = separate(
      page('FERRY SAILS AGAIN', 'By Anna Reed', 'The council had com-\nplained about its well-\nknown delays.'),
    );
    expect(texts(derivation.articles[0])).toEqual(['The council had complained about its well-known delays.']);
    expect(derivation.operations.filter((operation) => operation.kind === 'hyphen_removed')).toHaveLength(1);
  });

  test('blanks beside dashes and curly quotes are the writer’s', () => {
    expect(texts(story('(AP) — “Not yet,” she said. “Not in fog.” “Why?” he asked — and left.'))).toEqual([
      '(AP) — “Not yet,” she said. “Not in fog.” “Why?” he asked — and left.',
    ]);
  });

  test.each(['BRIDGE, from page A1', 'Lock Repair, from Page 2', 'Continued from page A1'])(
    '%s comes from another page',
    (mark) => {
      const [rest] = articles(mark, 'that the ferry had waited for since dawn.', fog);
      expect([rest?.kind, texts(rest, 'continuation_mark')]).toEqual(['continuation', [mark]]);
    },
  );

  test.each(['Continued on page A4', 'Continued on Page 12', 'See FERRY, Page B2'])('%s jumps away', (mark) => {
    expect(texts(story(dawn, mark), 'continuation_mark')).toEqual([mark]);
  });

  test('a jump mark behind the last sentence is told from it', () => {
    const jumping = story(`${dawn} (Continued on Page A4)`);
    expect([texts(jumping), texts(jumping, 'continuation_mark')]).toEqual([[dawn], ['(Continued on Page A4)']]);
  });

  test('what comes from another page has the headline of its jump', () => {
    const [, rest] = articles('LIBRARY OPENS', 'By Tom Hale', dawn, 'FERRY', 'From Page A1', fog);
    expect([rest?.kind, rest?.title, texts(rest)]).toEqual(['continuation', 'FERRY', [fog]]);
  });

  test.each([
    'BY ANNA REED',
    'By Anna Reed and Tom Hale | Staff writers',
    'By Anna Reed, Staff Writer',
    'Courier staff',
  ])('%s is a byline', (line) => expect(texts(only('FERRY SAILS AGAIN', line, dawn), 'byline')).toEqual([line]));

  test('a picture between the halves of a sentence', () => {
    const found = story(
      'The captain said the ship would',
      'The quay at dawn. Photo: Anna Reed',
      'not sail in fog.',
      dawn,
    );
    expect([texts(found), texts(found, 'photo_credit')]).toEqual([
      ['The captain said the ship would not sail in fog.', dawn],
      ['Photo: Anna Reed'],
    ]);
  });

  test('heads in capitals and in small letters part stories; a line that leads on does not', () => {
    const found = articles(
      'FERRY SAILS AGAIN',
      'By Anna Reed',
      dawn,
      'Library opens a reading room',
      'By Tom Hale',
      fog,
      'The new room has been open since the',
      'first of May and closes at nine.',
    );
    expect(found.map((article) => article.title)).toEqual(['FERRY SAILS AGAIN', 'Library opens a reading room']);
    expect(texts(found[1])).toEqual([fog, 'The new room has been open since the first of May and closes at nine.']);
  });

  test('a sentence whose end is lost is not completed by the next one', () => {
    const found = story('The pilot had asked for a second lamp on the', 'He was told to wait for the budget.', dawn);
    expect(found?.blocks.filter((block) => block.openEnd).map((block) => block.text)).toEqual([
      'The pilot had asked for a second lamp on the',
    ]);
  });
});

test.each([
  ['lost the', true],
  ['said to wait for', true],
  ['Library opens', false],
  ['THE WALL TO', false],
])('“%s” leads on: %s', (text, expected) => expect(leadsOn(text)).toBe(expected));

test.each([
  ['for the', 'said she', true],
  ['part of', 'was gone', true],
  ['voted on', 'The pipes', true],
  ['for the', 'last hour', false],
  ['said Walter', 'Pryce', false],
])('“%s” and “%s” cannot meet: %s', (left, right, expected) => expect(cannotMeet(left, right)).toBe(expected));
