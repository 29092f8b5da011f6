import { describe, expect, test } from 'vitest';
import { doubtsOf } from '../../../../electron/archive/desk/edit/doubts.ts';
import { DOUBT_BELOW } from '../../../../electron/archive/desk/edit/threshold.ts';
import { separate } from '../../../../electron/archive/desk/separate.ts';
import type { Derivation, DerivedBlock } from '../../../../electron/contract/derivation.ts';
import type { DoubtId } from '../../../../electron/contract/desk-commands.ts';
import { lead, page, second } from '../page-of.ts';
import { type WorkedPage, workOn } from './worked-page.ts';

const copy =
  '改造还是重建，当时有过争论。县文物部门提出，桥上的石栏和碑刻都是难得的实物，应当原样保留，交通部门则担心承重不足。';
const TEXT = page(
  '老桥重新开通',
  '本报记者 沈知远',
  lead,
  '居民感受到了服',
  '务的变化，纷纷走上桥头。',
  copy,
  '老桥的故事',
  second,
  copy,
  '书屋坐得满',
  '本报讯 昨日，书屋开门，孩子们来看书。',
);

/** The same page with every decision certain, except those that are named. */
function certainBut(doubtful: (page: WorkedPage) => readonly DoubtId[]): WorkedPage {
  const raw = workOn(TEXT, everything(separate(TEXT), 1));
  const ids = new Set<string>(doubtful(raw));
  const say = (kind: string, at: number | undefined) => (ids.has(`${kind}@${at}`) ? DOUBT_BELOW - 0.1 : 1);
  const { articles, dropped, operations } = raw.derivation;
  return workOn(TEXT, {
    articles: articles.map((article) => ({
      ...article,
      confidence: say('article', article.blocks[0]?.pieces[0]?.[0]),
      blocks: article.blocks.map((block) => ({
        ...block,
        ...(ids.has(`open_end@${block.pieces[0]?.[0]}`) ? { openEnd: true } : {}),
        confidence: Math.min(say('role', block.pieces[0]?.[0]), say('open_end', block.pieces[0]?.[0])),
        ...(block.seams
          ? { seams: block.seams.map((seam) => ({ ...seam, confidence: say('seam', raw.at('务的变化')) })) }
          : {}),
      })),
    })),
    dropped: dropped.map((range) => ({ ...range, confidence: say('duplicate', range.pieces[0]?.[0]) })),
    operations,
  });
}

function everything({ articles, ...rest }: Derivation, confidence: number): Derivation {
  const certain = (block: DerivedBlock): DerivedBlock => ({
    ...block,
    confidence,
    ...(block.seams ? { seams: block.seams.map((seam) => ({ ...seam, confidence })) } : {}),
  });
  return {
    ...rest,
    articles: articles.map((article) => ({ ...article, confidence, blocks: article.blocks.map(certain) })),
    dropped: rest.dropped.map((range) => ({ ...range, confidence })),
  };
}

const COPIES = [TEXT.indexOf(copy), TEXT.lastIndexOf(copy)];
const all = (raw: WorkedPage): DoubtId[] => [
  `article@${raw.at('老桥重新')}`,
  `role@${raw.at('本报记者')}`,
  `open_end@${raw.at('居民')}`,
  `seam@${raw.at('务的')}`,
  `role@${raw.at('老桥的故事')}`,
  `duplicate@${raw.derivation.dropped[0]?.pieces[0]?.[0] ?? 0}`,
  `article@${raw.at('书屋坐得')}`,
];

describe('doubts', () => {
  test('are the decisions that are not certain enough, as a reader meets them', () => {
    const doubts = doubtsOf(certainBut(all).derivation);
    const kinds = ['article', 'role', 'seam', 'open_end', 'role', 'duplicate', 'article'];
    expect(doubts.map(({ kind }) => kind)).toEqual(kinds);
    expect(doubts.every(({ confidence }) => confidence < DOUBT_BELOW)).toBe(true);
    const seam = doubts[2];
    expect(seam).toMatchObject({ id: `seam@${TEXT.indexOf('务的')}`, place: TEXT.indexOf('居民') });
    expect(seam?.evidence).not.toEqual([]);
  });

  test('there are none where everything is certain', () =>
    expect(doubtsOf(certainBut(() => []).derivation)).toEqual([]));

  test('each is answered with yes, one after the other, and nothing but its certainty changes', () => {
    let raw = certainBut(all);
    const before = raw.derivation;
    for (let left = 7; left > 0; left--) {
      const [doubt] = doubtsOf(raw.derivation);
      expect(doubtsOf(raw.derivation)).toHaveLength(left);
      raw = raw.do({ kind: 'confirm', doubt: doubt?.id ?? 'role@0' });
    }
    expect(doubtsOf(raw.derivation)).toEqual([]);
    const silent = (page: Derivation): unknown =>
      JSON.parse(JSON.stringify(everything(page, 1)), (key, value) => (key === 'evidence' ? [] : value));
    expect(silent(raw.derivation)).toEqual(silent(before));
    expect(raw.block('居民')?.seams?.[0]).toMatchObject({ confidence: 1, evidence: ['confirmed'] });
  });

  test('what is certain cannot be confirmed, and what is not there is no doubt', () => {
    const raw = certainBut(() => []);
    for (const doubt of all(certainBut(all)).filter((id) => !id.startsWith('open_end')))
      expect(raw.refusal({ kind: 'confirm', doubt })).toBe('nothing_to_change');
    for (const doubt of ['seam@3', 'open_end@0', 'role@1', 'article@5', 'duplicate@1'] as const) {
      expect(raw.refusal({ kind: 'confirm', doubt })).toBe('no_such_doubt');
      expect(raw.refusal({ kind: 'reject', doubt })).toBe('no_such_doubt');
    }
  });
});

describe('a no changes that spot alone', () => {
  const raw = certainBut(all);
  const reject = (doubt: DoubtId | string) => raw.do({ kind: 'reject', doubt: doubt as DoubtId });
  const outline = raw.outline();

  test('a seam is cut, and nothing is left to ask there', () => {
    const done = reject(`seam@${raw.at('务的')}`);
    const [first = []] = outline;
    const cut = first.indexOf('居民感受');
    expect(done.outline()[0]).toEqual(first.toSpliced(cut + 1, 0, '务的变化'));
    expect(done.block('居民')).toMatchObject({ text: '居民感受到了服', openEnd: true, confidence: 1 });
    expect(doubtsOf(done.derivation).map(({ id }) => id)).not.toContain(`seam@${raw.at('务的')}`);
  });

  test('an open end is closed', () => {
    const done = reject(`open_end@${raw.at('居民')}`);
    expect(done.block('居民')?.openEnd).toBeUndefined();
    expect(done.outline()).toEqual(outline);
  });

  test('what was taken for something set apart is a paragraph, and a short paragraph without an end a section head', () => {
    const role = (words: string) => `role@${raw.at(words)}`;
    expect(reject(role('本报记者')).block('本报记者')?.role).toBe('paragraph');
    const paragraph = raw.do({ kind: 'set_role', blocks: [raw.at('老桥的故事')], role: 'paragraph' });
    const head = paragraph.do({ kind: 'reject', doubt: `role@${raw.at('老桥的故事')}` });
    expect(head.block('老桥的故事')?.role).toBe('subhead');
    expect(raw.refusal({ kind: 'reject', doubt: `role@${raw.at(lead)}` })).toBe('nothing_to_change');
  });

  test('an article goes on the one before it, and its headline is a section head there', () => {
    const done = reject(`article@${raw.at('书屋坐得')}`);
    expect(done.outline()).toEqual([outline.flat()]);
    expect(done.block('书屋坐得')?.role).toBe('subhead');
    expect(done.derivation.articles[0]?.title).toBe('老桥重新开通');
    expect(raw.refusal({ kind: 'reject', doubt: `article@0` })).toBe('nothing_to_change');
  });

  test('a copy stands where it stood in the source', () => {
    const [range] = raw.derivation.dropped;
    const at = range?.pieces[0]?.[0] ?? 0;
    expect(COPIES).toContain(at);
    const done = reject(`duplicate@${at}`);
    expect(done.derivation.dropped).toEqual([]);
    const [first = []] = done.outline();
    const before = at === COPIES[0] ? '居民感受' : '老桥建于';
    expect(first[first.lastIndexOf('改造还是')]).toBe('改造还是');
    expect(first[first.indexOf(before) + 1]).toBe('改造还是');
    expect(done.derivation.articles.flatMap(({ blocks }) => blocks).filter(({ text }) => text === copy)).toHaveLength(
      2,
    );
  });
});
