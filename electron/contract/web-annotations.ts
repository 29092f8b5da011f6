import { z } from 'zod';

/** W3C Web Annotation (JSON-LD), as it is written. Positions count code points of the article's body, and blanks count. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const Iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/iu);
const Instant = z.iso.datetime();

const TextualBody = z.strictObject({
  type: z.literal('TextualBody'),
  /** `commenting`: the note. `tagging`: a tag. `classifying`: the colour by its meaning. `describing`: that its words changed or are gone. */
  purpose: z.enum(['commenting', 'tagging', 'classifying', 'describing']),
  value: z.string().min(1),
  format: z.enum(['text/markdown', 'text/plain']),
});

const TextQuoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});

const TextPositionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const WebAnnotation = z.strictObject({
  id: Iri,
  type: z.literal('Annotation'),
  motivation: z.enum(['highlighting', 'bookmarking']),
  created: Instant,
  modified: Instant,
  body: z.array(TextualBody).min(1),
  target: z.strictObject({
    type: z.literal('SpecificResource'),
    /** `urn:jianbao:article:` and the article's short id. */
    source: Iri,
    /** The page on the web that the article was taken from. */
    scope: Iri.optional(),
    /** The text that the selectors are for. */
    state: z.strictObject({ type: z.literal('TimeState'), sourceDate: Instant }),
    /** The position only where the words stand there: of a mark that waits, the quote alone. */
    selector: z.union([z.tuple([TextQuoteSelector]), z.tuple([TextQuoteSelector, TextPositionSelector])]),
  }),
});
export type WebAnnotation = z.infer<typeof WebAnnotation>;

export const AnnotationCollection = z.strictObject({
  '@context': z.literal(ANNOTATION_CONTEXT),
  id: Iri,
  type: z.literal('AnnotationCollection'),
  label: z.string().min(1),
  total: z.int().nonnegative(),
  /** Absent where there is none. */
  first: z
    .strictObject({
      id: Iri,
      type: z.literal('AnnotationPage'),
      startIndex: z.literal(0),
      items: z.array(WebAnnotation).min(1),
    })
    .optional(),
});
export type AnnotationCollection = z.infer<typeof AnnotationCollection>;

/** What a file of annotations holds. */
export function annotationCollection(id: string, items: WebAnnotation[]): AnnotationCollection {
  const first = { id: `${id}:1`, type: 'AnnotationPage' as const, startIndex: 0 as const, items };
  return {
    '@context': ANNOTATION_CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Jianbao',
    total: items.length,
    ...(items.length > 0 ? { first } : {}),
  };
}

/** Why an annotation of a file was not taken in. */
export const LeftReason = z.enum(['not_an_annotation', 'no_quote', 'reply', 'no_article', 'too_long']);
export type LeftReason = z.infer<typeof LeftReason>;

/** The annotations of a file: one, a list, a W3C page or collection, or what Hypothesis exports or answers. Undefined for anything else. */
export function annotationsIn(file: unknown): unknown[] | undefined {
  if (Array.isArray(file)) return file;
  if (typeof file !== 'object' || file === null) return undefined;
  const { first, items, annotations, rows, target } = file as Record<string, unknown>;
  for (const list of [items, annotations, rows]) if (Array.isArray(list)) return list;
  if (typeof first === 'object' && first !== null) return annotationsIn(first);
  if (target !== undefined) return [file];
  return (file as Record<string, unknown>).type === 'AnnotationCollection' ? [] : undefined;
}
