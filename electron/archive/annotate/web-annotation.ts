import type { Annotation } from '#contract/annotations.ts';
import type { WebAnnotation } from '#contract/web-annotations.ts';
import { toCodePoints } from './code-points.ts';

/** What of its article an annotation says outside the archive. */
export interface Annotated {
  readonly body: string;
  readonly shortId: string;
  readonly url: string | null;
  readonly editedAt: number;
}

export const ARTICLE_URN = 'urn:jianbao:article:';

/** What the annotations of an archive are called together. */
export function collectionUrn(archive: string): string {
  return `urn:jianbao:archive:${archive}:annotations`;
}

/** A highlight or a bookmark as a W3C annotation. What waits for a person says so and has no position: its words do not stand there. */
export function toWebAnnotation(mark: Annotation, { body, shortId, url, editedAt }: Annotated): WebAnnotation {
  const { quote, state, colour, note, tags } = mark;
  const { start, end, exact, prefix, suffix } = quote;
  const plain = (purpose: 'tagging' | 'classifying' | 'describing', value: string) =>
    ({ type: 'TextualBody', purpose, value, format: 'text/plain' }) as const;
  const isFound = state === 'exact' || state === 'moved';
  const quoted = { type: 'TextQuoteSelector', exact, prefix, suffix } as const;
  const position = {
    type: 'TextPositionSelector',
    start: toCodePoints(body, start),
    end: toCodePoints(body, end),
  } as const;
  return {
    id: `urn:uuid:${mark.id}`,
    type: 'Annotation',
    motivation: mark.kind === 'bookmark' ? 'bookmarking' : 'highlighting',
    created: new Date(mark.createdAt).toISOString(),
    modified: new Date(mark.updatedAt).toISOString(),
    body: [
      plain('classifying', mark.kind === 'bookmark' ? 'bookmark' : colour),
      ...(note === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/markdown' } as const]),
      ...tags.map((tag) => plain('tagging', tag)),
      ...(isFound ? [] : [plain('describing', state)]),
    ],
    target: {
      type: 'SpecificResource',
      source: `${ARTICLE_URN}${shortId}`,
      ...(url !== null && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(url) ? { scope: url } : {}),
      state: { type: 'TimeState', sourceDate: new Date(editedAt).toISOString() },
      selector: isFound ? [quoted, position] : [quoted],
    },
  };
}
