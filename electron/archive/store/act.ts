import type { Topic } from '#contract/archive.ts';
import type { AnnotationId } from '#contract/ids.ts';

/**
 * Something that a person does and can take back. The three run in a transaction that also writes the journal; the
 * payload is plain JSON, kept there, and is all that undoing and doing again may rely on.
 */
export interface Act<Input, Payload> {
  /** The journal's word for it: `article.remove`. */
  readonly action: string;
  /** What a window must read again. */
  readonly topics: readonly Topic[];
  /** Where it touches no other highlights than these: what a window must read again of them. */
  marks?(payload: Payload): readonly AnnotationId[];
  do(input: Input, at: number): { readonly payload: Payload; readonly count: number };
  /** Whether it can be taken back, or done again, on the archive as it is; absent where it always can. */
  stands?(payload: Payload, way: 'undo' | 'redo'): boolean;
  undo(payload: Payload, at: number): void;
  redo(payload: Payload, at: number): void;
}
