import type { ArticleKind } from '#contract/derivation.ts';
import type { LabelKind } from '../blocks/marks.ts';
import type { Unit } from '../reading/units.ts';

/** A story while it is put together. */
export interface Draft {
  /** What began it; an orphan is text behind the end of a story that nothing introduces. */
  readonly opener: 'title' | 'byline' | 'dateline' | 'label' | 'continuation' | 'orphan' | 'box';
  readonly labelKind: LabelKind | undefined;
  units: Unit[];
  title: Unit[];
  /** The story around a box. */
  host: Draft | undefined;
  kind: ArticleKind;
  confidence: number;
  evidence: string[];
}
