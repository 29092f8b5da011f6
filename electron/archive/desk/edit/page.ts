import type { Derivation } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { ArticleId } from '#contract/ids.ts';
import { headTexts } from '../../store/article-heads.ts';
import { spansOf } from '../../store/blocks.ts';
import { rebuildSource } from '../replay.ts';
import { doubtsOf } from './doubts.ts';
import { withLikelyPlaces } from './likely-place.ts';
import { placeOf } from './places.ts';
import type { WorkingPage } from './work.ts';

/** A raw page beside what it became, as a window is shown it. */
export function deskPage({ source, stored, work, working }: WorkingPage, joins: DeskPage['joins']): DeskPage {
  const known = new Set(stored.articles.map(({ id }) => id));
  const isOpen = work !== undefined && work.steps.length > 0;
  return {
    source: source.id,
    name: source.name,
    sha256: source.sha256,
    encoding: source.encoding,
    text: rebuildSource(working),
    // Somebody looks at a document that is no page as if it were one: its articles are what they are.
    state: source.pageState === 'none' ? 'separated' : source.pageState,
    revision: source.deskRevision,
    who: isOpen ? work.who : source.acceptedBy,
    canUndo: isOpen,
    canRedo: work !== undefined && work.undone.length > 0,
    articles: working.articles.map((article) => ({
      id: known.has(article.id) ? (article.id as ArticleId) : null,
      key: article.id,
      title: headTexts(article, source.name).title,
      kind: article.kind,
      parent: article.parent,
      ...textOf(article),
    })),
    dropped: working.dropped.map(({ role, pieces, text, confidence = 1 }) => ({
      place: placeOf({ pieces }) ?? 0,
      role,
      pieces,
      text,
      confidence,
    })),
    doubts: withLikelyPlaces(working, doubtsOf(working)),
    joins,
  };
}

function textOf({ blocks }: Derivation['articles'][number]): Pick<DeskPage['articles'][number], 'body' | 'blocks'> {
  const texts = blocks.map((block) => block.text);
  const spans = spansOf(texts);
  return {
    body: texts.join('\n'),
    blocks: blocks.map((block, at) => ({
      place: placeOf(block) ?? 0,
      role: block.role,
      span: spans[at] ?? { start: 0, end: 0 },
      pieces: block.pieces,
      openEnd: block.openEnd ?? false,
      seams: block.seams ?? [],
      confidence: block.confidence,
      evidence: block.evidence,
    })),
  };
}
