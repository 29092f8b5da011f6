/**
 * The W3C Web Annotation Data Model (Recommendation of 23 February 2017) as shapes: for each class the properties that the
 * Recommendation gives it, how many values each may have and of which kind, written down from it by hand. A property that
 * the class does not have, or that the JSON-LD context would drop, is broken; so is a moment that is not in UTC.
 */
type Kind = (value: unknown) => boolean;
interface Property {
  readonly of: Kind | string;
  readonly least?: 0 | 1;
  readonly most?: 1;
}
type Shape = Readonly<Record<string, Property>>;
type Thing = Record<string, unknown>;

const text: Kind = (value) => typeof value === 'string';
const someText: Kind = (value) => typeof value === 'string' && value !== '';
const iri: Kind = (value) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/u.test(value);
const moment: Kind = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u.test(value) &&
  !Number.isNaN(Date.parse(value));
const count: Kind = (value) => Number.isInteger(value) && Number(value) >= 0;
const mediaType: Kind = (value) => typeof value === 'string' && /^[\w.+-]+\/[\w.+-]+$/u.test(value);
const is =
  (...names: readonly string[]): Kind =>
  (value) =>
    names.includes(String(value));
/** Section 3.3.5, and appendix A: what an annotation or a body is for. */
const motivation = is(
  ...'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying reviewing tagging'.split(
    ' ',
  ),
);

const one = (of: Kind | string): Property => ({ of, least: 1, most: 1 });
const perhaps = (of: Kind | string): Property => ({ of, most: 1 });
const any = (of: Kind | string): Property => ({ of });
const some = (of: Kind | string): Property => ({ of, least: 1 });

const SHAPES: Readonly<Record<string, Shape>> = {
  // 3.1, 3.3
  Annotation: {
    '@context': perhaps(is('http://www.w3.org/ns/anno.jsonld')),
    id: one(iri),
    type: one(is('Annotation')),
    motivation: any(motivation),
    created: perhaps(moment),
    modified: perhaps(moment),
    generated: perhaps(moment),
    rights: any(iri),
    canonical: perhaps(iri),
    via: any(iri),
    body: any('TextualBody'),
    bodyValue: perhaps(text),
    target: some('SpecificResource'),
  },
  // 3.2.4
  TextualBody: {
    id: perhaps(iri),
    type: one(is('TextualBody')),
    value: one(text),
    format: perhaps(mediaType),
    language: any(text),
    processingLanguage: perhaps(text),
    textDirection: perhaps(is('ltr', 'rtl', 'auto')),
    purpose: any(motivation),
    created: perhaps(moment),
    modified: perhaps(moment),
  },
  // 4
  SpecificResource: {
    id: perhaps(iri),
    type: perhaps(is('SpecificResource')),
    source: one(iri),
    scope: any(iri),
    purpose: any(motivation),
    selector: any('Selector'),
    state: any('TimeState'),
  },
  // 4.2.4
  TextQuoteSelector: {
    type: one(is('TextQuoteSelector')),
    exact: one(someText),
    prefix: perhaps(text),
    suffix: perhaps(text),
  },
  // 4.2.5
  TextPositionSelector: { type: one(is('TextPositionSelector')), start: one(count), end: one(count) },
  // 4.3.1
  TimeState: {
    type: one(is('TimeState')),
    sourceDate: any(moment),
    sourceDateStart: perhaps(moment),
    sourceDateEnd: perhaps(moment),
    cached: any(iri),
  },
  // 5.1
  AnnotationCollection: {
    '@context': one(is('http://www.w3.org/ns/anno.jsonld')),
    id: one(iri),
    type: one(is('AnnotationCollection')),
    label: any(text),
    total: perhaps(count),
    first: perhaps('AnnotationPage'),
    last: perhaps(iri),
  },
  // 5.2
  AnnotationPage: {
    id: one(iri),
    type: one(is('AnnotationPage')),
    partOf: perhaps(iri),
    items: some('Annotation'),
    next: perhaps(iri),
    prev: perhaps(iri),
    startIndex: perhaps(count),
  },
};

/** What is broken in a collection: `AnnotationPage.items`, or a sentence of what no single property can say. */
export function brokenRules(collection: unknown): string[] {
  const broken: string[] = [];
  check('AnnotationCollection', collection, broken);
  const { total, first } = (collection ?? {}) as Thing;
  if ((total === 0) !== (first === undefined)) broken.push('a collection that is not empty has a first page');
  return [...new Set(broken)];
}

function check(name: string, value: unknown, broken: string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    broken.push(name);
    return;
  }
  const thing = value as Thing;
  const shape = SHAPES[name === 'Selector' ? String(thing.type) : name];
  if (!shape) {
    broken.push(name);
    return;
  }
  for (const key of Object.keys(thing)) if (!(key in shape)) broken.push(`${name}.${key}`);
  for (const [key, { of, least = 0, most }] of Object.entries(shape)) {
    const values = thing[key] === undefined ? [] : [thing[key]].flat();
    const isList = Array.isArray(thing[key]);
    if (values.length < least || (isList && (most === 1 || values.length === 0))) broken.push(`${name}.${key}`);
    for (const each of values) {
      if (typeof of === 'string') check(of, each, broken);
      else if (!of(each)) broken.push(`${name}.${key}`);
    }
  }
  if (name === 'Annotation' && 'body' in thing && 'bodyValue' in thing) broken.push('body or bodyValue, not both');
  if (thing.type === 'TextPositionSelector' && Number(thing.start) > Number(thing.end))
    broken.push('the end is not before the start');
}
