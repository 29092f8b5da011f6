import fc from 'fast-check';
import { z } from 'zod';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What an argument may be made of that a schema cannot tell. */
export interface Known {
  readonly ids: readonly string[];
  readonly handles: readonly string[];
  /** A page at the desk as it is now. */
  readonly page?: KnownPage;
  /** A text as it is now, and what on it waits for a person. */
  readonly text?: KnownText;
}

export interface KnownText {
  readonly article: string;
  readonly revision: number;
  readonly id: string;
}

export interface KnownPage {
  readonly source: string;
  readonly revision: number;
  readonly places: readonly number[];
  readonly doubts: readonly string[];
}

/** Properties that name a position of a page. */
const PLACES = new Set(['before', 'into', 'from', 'blocks', 'article', 'dropped', 'block', 'at', 'first', 'second']);

type Json = z.core.JSONSchema.BaseSchema;

const PATHS = [
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  '%2e%2e%2f',
  'file:///etc/passwd',
  '~/.ssh/id_rsa',
  'a\0b',
  '//etc/passwd',
];
const WORDS = [
  '的',
  '就业',
  '城市/老街',
  '"',
  '""""',
  '-',
  'OR',
  'tag:',
  'date:2023',
  '\ud800',
  '\u202e',
  '％＊',
  ' ',
  '\n',
];
const STRANGERS = ['0198a9c0-0000-7000-8000-000000000000', '0198a9c0-0000-7000-8000-00000000000f', 'not-an-id'];

const word = fc.oneof(
  fc.constantFrom(...PATHS),
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

/** Anything at all, of no schema. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  word,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, [], {}, Number.MAX_SAFE_INTEGER, -1, 0.5),
  fc.dictionary(fc.constantFrom('id', 'of', 'path', '__proto__', 'constructor', 'length'), word, { maxKeys: 3 }),
);

/** Arguments as the schema of a procedure describes them; one in five has something in it that the schema does not allow. */
export function argumentsOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const fitting = ofJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known);
  return fc.oneof(
    { weight: 4, arbitrary: fitting },
    { weight: 1, arbitrary: fc.tuple(fitting, anything, fc.nat()).map(spoil) },
  );
}

function ofJson(schema: Json, known: Known, name = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => ofJson(choice as Json, known, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => ofJson({ ...schema, type } as Json, known, name)));
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      const model = Object.fromEntries(properties.map(([key, value]) => [key, ofJson(value as Json, known, key)]));
      return fc.record(model, { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(ofJson(schema.items as Json, known, name), { minLength: schema.minItems ?? 0, maxLength: 4 });
    case 'string':
      if (name === 'source' && known.page)
        return fc.oneof({ weight: 4, arbitrary: fc.constant(known.page.source) }, fc.constantFrom(...known.ids));
      if (name === 'rule') return fc.oneof(fc.constantFrom('{报}/{yyyy}/{版}.txt', '/(?<year>\\d{4})/'), word);
      if (name === 'doubt' && known.page) return fc.oneof(fc.constantFrom(...known.page.doubts), word);
      if (known.text && (name === 'id' || name === 'article'))
        return fc.oneof({ weight: 4, arbitrary: fc.constant(known.text[name]) }, fc.constantFrom(...known.ids));
      if (schema.format === 'uuid') return fc.constantFrom(...known.ids, ...known.ids, ...STRANGERS);
      if (name === 'id') return fc.oneof(fc.constantFrom(...known.ids), word);
      if (/place|handle/.test(name)) return fc.oneof(fc.constantFrom(...known.handles), word);
      if (schema.pattern) return fc.oneof(fc.stringMatching(new RegExp(schema.pattern, 'u')), word);
      return word.map((text) => text.slice(0, schema.maxLength).padEnd(schema.minLength ?? 0, '的'));
    case 'integer':
    case 'number': {
      const { minimum = -(2 ** 53), maximum = 2 ** 53 } = schema;
      const near = [minimum, minimum + 1, 1, 3, 17, 199, 200, maximum - 1, maximum];
      const fitting = fc.constantFrom(...near.filter((value) => value >= minimum && value <= maximum));
      if (name === 'revision' && known.text) return fc.oneof(fc.constant(known.text.revision), fitting);
      if (name === 'revision' && known.page) {
        const { revision } = known.page;
        return fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(revision, revision, revision + 1, revision + 2) },
          fitting,
        );
      }
      if (PLACES.has(name) && known.page)
        return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known.page.places) }, fitting);
      return fitting;
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      // What no JSON can describe: a piece of a file, now and then of a picture.
      return fc
        .tuple(fc.constantFrom([], [], PNG), fc.uint8Array({ maxLength: 300 }))
        .map(([head, bytes]) => new Blob([new Uint8Array(head), bytes as BlobPart]));
  }
}

/** Puts something else in the place of one property, or beside them. */
function spoil([value, other, where]: [unknown, unknown, number]): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const keys = [...Object.keys(value), 'more'];
  return { ...value, [keys[where % keys.length] ?? '']: other };
}
