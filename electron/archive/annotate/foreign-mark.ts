import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AnnotationKind, HighlightColour } from '#contract/annotations.ts';
import { AnnotationId } from '#contract/ids.ts';
import { isNoteShort } from '#contract/limits.ts';
import { TagPath } from '#contract/tags.ts';
import type { LeftReason } from '#contract/web-annotations.ts';

/** An annotation of a file, whoever wrote it: W3C, or Hypothesis. */
export interface ForeignMark {
  /** The same whenever the same annotation is read, so that it is taken in once. */
  readonly id: AnnotationId;
  readonly createdAt: number | undefined;
  /** Addresses of what it was made on, the most exact first. */
  readonly sources: readonly string[];
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** In code points, of the text that it was made on. */
  readonly position: { readonly start: number; readonly end: number } | undefined;
  readonly note: string;
  readonly tags: readonly string[];
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour;
}

const text = z.string().catch('');
const list = z.preprocess(
  (value) => (value === undefined || value === null ? [] : [value].flat()),
  z.array(z.unknown()),
);
const Selector = z.looseObject({
  type: z.preprocess((type) => [type].flat()[0], z.string().catch('')),
  exact: z.string().optional().catch(undefined),
  prefix: text,
  suffix: text,
  start: z.int().nonnegative().optional().catch(undefined),
  end: z.int().nonnegative().optional().catch(undefined),
});
const Target = z.preprocess(
  (target) => (typeof target === 'string' ? { source: target } : target),
  z.looseObject({
    id: text,
    source: z.preprocess((source) => (typeof source === 'string' ? source : (source as { id?: unknown })?.id), text),
    scope: z.preprocess((scope) => [scope].flat()[0], text),
    selector: list,
  }),
);
const Body = z.preprocess(
  (body) => (typeof body === 'string' ? { type: 'TextualBody', value: body } : body),
  z.looseObject({ value: text, purpose: z.preprocess((purpose) => [purpose].flat()[0], text) }),
);
const Foreign = z.looseObject({
  id: text,
  created: text,
  uri: text,
  text,
  tags: z.array(z.string()).catch([]),
  references: z.array(z.unknown()).catch([]),
  motivation: z.preprocess((motivation) => [motivation].flat()[0], text),
  bodyValue: text,
  body: list,
  target: list,
});

const QUOTE_CHARACTERS = 100_000;

/** What an annotation says, or why it is not taken in. Nothing in it is trusted to be what the standard says. */
export function readForeignMark(annotation: unknown): ForeignMark | LeftReason {
  const parsed = Foreign.safeParse(annotation);
  if (!parsed.success) return 'not_an_annotation';
  const { id, created, uri, tags, references, motivation, bodyValue, body, target } = parsed.data;
  if (references.length > 0 || motivation === 'replying') return 'reply';
  const targets = target.flatMap((one) => Target.safeParse(one).data ?? []);
  const [first] = targets;
  if (!first) return 'not_an_annotation';
  const selectors = first.selector.flatMap((one) => Selector.safeParse(one).data ?? []);
  const quoted = selectors.find((selector) => selector.exact !== undefined && selector.exact !== '');
  if (!quoted?.exact) return 'no_quote';
  const bodies = body.flatMap((one) => Body.safeParse(one).data ?? []);
  const valuesFor = (wanted: string) => bodies.flatMap(({ value, purpose }) => (purpose === wanted ? [value] : []));
  const notes = bodies.flatMap(({ value, purpose }) => (NOTES.has(purpose) ? [value] : []));
  const note = [parsed.data.text, bodyValue, ...notes].filter((part) => part !== '').join('\n\n');
  if (!isNoteShort(note) || quoted.exact.length > QUOTE_CHARACTERS) return 'too_long';
  const position = selectors.find(
    ({ type, start, end }) => type === 'TextPositionSelector' && start !== undefined && end !== undefined,
  );
  const at = Date.parse(created);
  const createdAt = Number.isFinite(at) && at > 0 ? at : undefined;
  const sources = [first.source, first.id, first.scope, uri].filter((source) => source !== '');
  const { exact, prefix, suffix } = quoted;
  return {
    id: ownId(id) ?? derivedId([id, ...sources, exact, prefix, note].join('\0'), createdAt),
    createdAt,
    sources: [...new Set(sources)],
    quote: { exact, prefix, suffix },
    position: position && { start: position.start ?? 0, end: position.end ?? 0 },
    note,
    tags: [...new Set([...tags, ...valuesFor('tagging')].flatMap(tagPath))],
    kind: motivation === 'bookmarking' ? 'bookmark' : 'highlight',
    colour: valuesFor('classifying').flatMap((value) => HighlightColour.safeParse(value).data ?? [])[0] ?? 'fact',
  };
}

/** What is no tag, no class and no description of ours is a note. */
const NOTES = new Set([
  '',
  'commenting',
  'replying',
  'questioning',
  'reviewing',
  'editing',
  'moderating',
  'bookmarking',
  'highlighting',
]);

function tagPath(tag: string): string[] {
  const path = tag
    .replace(/^#/u, '')
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/');
  return TagPath.safeParse(path).success ? [path] : [];
}

function ownId(id: string): AnnotationId | undefined {
  return id.startsWith('urn:uuid:') ? AnnotationId.safeParse(id.slice('urn:uuid:'.length)).data : undefined;
}

/** An id of our form made of what is known of the annotation: its moment, and a hash in the place of chance. */
function derivedId(about: string, createdAt = 0): AnnotationId {
  const hash = createHash('sha256').update(about).digest('hex');
  const time = createdAt.toString(16).padStart(12, '0').slice(-12);
  const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 3) | 8).toString(16);
  const parts = [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    variant + hash.slice(4, 7),
    hash.slice(7, 19),
  ];
  return AnnotationId.parse(parts.join('-'));
}
