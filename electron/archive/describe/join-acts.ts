import type { ArticleId } from '#contract/ids.ts';
import type { JoinRefusalReason } from '#contract/jumps.ts';
import type { Act } from '../store/act.ts';
import type { WriteDb } from '../store/database.ts';
import { joinWrites } from '../store/joins.ts';
import type { Terms } from '../store/texts.ts';

/** Why two articles were not joined. Asked in the transaction that would join them. */
export class JoinRefusal extends Error {
  readonly reason: JoinRefusalReason;
  constructor(reason: JoinRefusalReason) {
    super(reason);
    this.name = 'JoinRefusal';
    this.reason = reason;
  }
}

export interface Joined {
  readonly whole: ArticleId;
  readonly part: ArticleId;
}

/** The text of one article follows that of another: one story on two pages. @throws JoinRefusal */
export function joinArticles(db: WriteDb, terms: Terms): Act<Joined, Joined> {
  const { join, part, wholeOf } = joinWrites(db, terms);
  return {
    action: 'article.join',
    topics: ['articles', 'annotations', 'tags', 'desk'],
    do({ whole, part: second }, at) {
      const refusal = join(whole, second, at);
      if (refusal) throw new JoinRefusal(refusal);
      return { payload: { whole, part: second }, count: 1 };
    },
    stands: (payload, way) => (wholeOf(payload.part) === payload.whole) === (way === 'undo'),
    undo: (payload, at) => void part(payload.part, at),
    redo: (payload, at) => void join(payload.whole, payload.part, at),
  };
}

/** Takes a joined article apart before one of its pages. */
export function partArticles(db: WriteDb, terms: Terms): Act<ArticleId, Joined> {
  const { join, part, wholeOf } = joinWrites(db, terms);
  return {
    action: 'article.part',
    topics: ['articles', 'annotations', 'tags', 'desk'],
    do(id, at) {
      const whole = part(id, at);
      return { payload: { whole: whole ?? id, part: id }, count: whole === undefined ? 0 : 1 };
    },
    stands: (payload, way) => (wholeOf(payload.part) === payload.whole) === (way === 'redo'),
    undo: (payload, at) => void join(payload.whole, payload.part, at),
    redo: (payload, at) => void part(payload.part, at),
  };
}
