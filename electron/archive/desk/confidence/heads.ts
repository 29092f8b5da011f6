import type { DroppedRange } from '#contract/derivation.ts';
import type { Draft } from '../articles/draft.ts';
import { wordsBelow, wordsOf } from '../articles/titles.ts';
import { shapesOf } from '../blocks/heads.ts';
import { isNumberedHead } from '../blocks/marks.ts';
import { isBody, neighbour, type Unit, wordsIn } from '../reading/units.ts';
import { coverage } from '../reading/vocabulary.ts';
import { weigh } from '../seams/clues.ts';
import { type BlockInStory, clip, type Evidence, oddsOf, type Signs, type Story } from './evidence.ts';
import { readPlace } from './places.ts';

/** What speaks for or against the decisions about what stands around the text, and about where a story begins. */

export function headSigns(inStory: BlockInStory, evidence: Evidence): Signs {
  const {
    block,
    units: [unit],
    at,
    story,
  } = inStory;
  const signs: Signs = { ...evidence.page, any: 1, [`a ${block.role}`]: 1 };
  if (!unit) return signs;
  const odds = oddsOf(clip(0.01, unit.confidence, 0.99)) / 3;
  signs['read as a head'] = odds;
  signs[`read as a head, ${block.role}`] = odds;
  readNeighbours(signs, unit, evidence);
  if (isNumberedHead(unit.display)) signs.numbered = 1;
  const { rarity } = evidence;
  if (story.draft && rarity) {
    const below = coverage(wordsIn(unit), wordsBelow(evidence.units, [unit]), rarity);
    const share = evidence.likeness.shares(wordsIn(unit));
    const own = share(story.draft);
    const other = mostOf(evidence, story, share);
    signs['words of the text below'] = below;
    signs['words of its story'] = own;
    signs['words of another story'] = other;
    signs['rather the words of another story'] = clip(0, other - own, 1);
    if (block.role === 'title') signs['a title with the words of another story'] = clip(0, other - own, 1);
    if (block.role === 'subhead') signs['a section head without words of the text below'] = 1 - below;
  }
  if (at > 0 && block.role === 'title') signs['a headline behind other text'] = 1;
  const others = (story.roles.get(block.role) ?? 1) - 1;
  signs['others like it'] = Math.log1p(others) / 2;
  if (block.role === 'subhead') {
    if (shapesOf(unit).some((shape) => (story.shapes.get(shape) ?? 0) > 1)) signs['section heads built alike'] = 1;
    if (others === 0) signs['the only section head'] = 1;
  }
  for (const reason of unit.evidence.slice(0, 8)) signs[`reason ${reason}`] = 1;
  readStory(signs, story);
  readPlace(signs, inStory, evidence);
  return signs;
}

/** Bylines, datelines, captions, credits and jumps. */
export function lineSigns(inStory: BlockInStory, evidence: Evidence): Signs {
  const {
    block,
    units: [unit],
    at,
    story,
  } = inStory;
  const signs: Signs = { ...evidence.page, any: 1, [`a ${block.role}`]: 1 };
  if (!unit) return signs;
  signs['read as such'] = oddsOf(clip(0.01, unit.confidence, 0.99)) / 3;
  if (unit.sign === undefined) signs['not by its own words'] = 1;
  if (unit.sign === 'bare names') signs['bare names'] = 1;
  readNeighbours(signs, unit, evidence);
  const own = story.draft;
  if (own && (block.role === 'caption' || block.role === 'byline')) {
    const likeness = evidence.likeness.compare([unit], own);
    signs[`${block.role}: words of another story`] = clip(0, -likeness.own, 1);
  }
  const above = evidence.units[unit.index - 1];
  const below = evidence.units[unit.index + 1];
  if (above && evidence.ownerOf.get(above.index) !== own) signs[`${block.role}: another story above`] = 1;
  if (below && evidence.ownerOf.get(below.index) !== own) signs[`${block.role}: another story below`] = 1;
  if (at === story.blocks.length - 1) signs[`${block.role}: last of its story`] = 1;
  if (at === 0) signs[`${block.role}: first of its story`] = 1;
  readStory(signs, story);
  readPlace(signs, inStory, evidence);
  return signs;
}

/** Whether a story begins here, and is one of its own. */
export function storySigns(story: Story, evidence: Evidence): Signs {
  const signs: Signs = { ...evidence.page, any: 1 };
  readStory(signs, story);
  const text = story.blocks.filter(({ block }) => block.role === 'paragraph');
  const first = text[0]?.units[0];
  const own = story.draft;
  const length = text.reduce((sum, { block }) => sum + block.text.length, 0);
  signs.length = Math.log1p(length) / 7;
  signs.paragraphs = Math.log1p(text.length) / 3;
  if (text.length === 0) signs['no text'] = 1;
  if (first) {
    signs['its text begins inside a sentence'] =
      clip(0, weigh(evidence.matching.page.starts.get(first.index) ?? []), 6) / 3;
    const [rival] = evidence.headsOf.get(first.index) ?? [];
    signs['its text could complete another'] = clip(-6, rival?.[1] ?? -6, 6) / 3;
  }
  const top = story.blocks[0]?.units[0];
  if (top) {
    const above = neighbour(evidence.units, top.index, -1);
    if (above === undefined) signs['first on the page'] = 1;
    else if (isBody(above) && !above.complete)
      signs[evidence.after.has(above.index) ? 'below text that goes on' : 'below an open end'] = 1;
  }

  if (own && evidence.rarity) {
    const title = wordsOf(own.title);
    if (title !== '') {
      const shareOf = evidence.likeness.shares(title);
      const share = shareOf(own);
      const other = mostOf(evidence, story, shareOf);
      signs['its headline has its words'] = share;
      signs['its headline has another story’s words'] = clip(0, other - share, 1);
    }
  }
  for (const reason of own?.evidence ?? []) signs[`reason ${reason}`] = 1;
  return signs;
}

export function copySigns(dropped: DroppedRange, evidence: Evidence): Signs {
  const length = dropped.pieces.reduce((sum, [start, end]) => sum + end - start, 0);
  return { ...evidence.page, any: 1, length: Math.log1p(length) / 5, [`a ${dropped.role}`]: 1 };
}

function readStory(signs: Signs, { draft, roles, article }: Story): void {
  if (!draft) return;
  signs[`begun by ${draft.opener}`] = 1;
  signs[`of kind ${article.kind}`] = 1;
  if (draft.title.length === 0) signs['a story without a headline'] = 1;
  for (const role of ['byline', 'dateline', 'label', 'kicker', 'subtitle'] as const)
    if (roles.has(role)) signs[`a story with a ${role}`] = 1;
  if ((roles.get('byline') ?? 0) > 1) signs['two bylines'] = 1;
}

function readNeighbours(signs: Signs, unit: Unit, evidence: Evidence): void {
  const above = neighbour(evidence.units, unit.index, -1);
  const below = neighbour(evidence.units, unit.index, 1);
  signs[`below ${above?.role ?? 'nothing'}`] = 1;
  signs[`above ${below?.role ?? 'nothing'}`] = 1;
  if (above && isBody(above) && !above.complete)
    signs[evidence.after.has(above.index) ? 'below text that goes on' : 'below an open end'] = 1;
  if (below && isBody(below)) {
    signs['above text that begins inside'] =
      clip(0, weigh(evidence.matching.page.starts.get(below.index) ?? []), 6) / 3;
    if (evidence.before.has(below.index)) signs['above text that is joined'] = 1;
  }
}

const mostOf = ({ stories }: Evidence, but: Story, measure: (draft: Draft) => number) =>
  stories.reduce((most, { draft }) => (draft && draft !== but.draft ? Math.max(most, measure(draft)) : most), 0);
