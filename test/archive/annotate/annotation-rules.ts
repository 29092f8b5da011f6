/**
 * What the W3C Web Annotation Data Model (Recommendation of 2017) asks of an annotation and of a collection, and the terms
 * that its JSON-LD context knows, written down from the Recommendation by hand. Returns what is broken.
 */
const TERMS = new Set(
  `id type motivation purpose body target source selector state scope created modified generator creator rights value
  format language exact prefix suffix start end sourceDate label total first items partOf next prev startIndex name`.split(
    /\s+/u,
  ),
);
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying reviewing tagging';
const ANY = new Set(MOTIVATIONS.split(' '));
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/u;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u;

type Thing = Record<string, unknown>;

export function brokenRules(collection: Thing): string[] {
  const broken: string[] = [];
  const check = (isKept: boolean, rule: string) => void (isKept || broken.push(rule));
  check(collection['@context'] === 'http://www.w3.org/ns/anno.jsonld', 'context');
  check(collection.type === 'AnnotationCollection' && isIri(collection.id), 'a collection has a type and an IRI');
  const page = collection.first as Thing | undefined;
  check((collection.total === 0) === (page === undefined), 'a collection that is not empty has a first page');
  if (page) {
    check(page.type === 'AnnotationPage' && isIri(page.id), 'a page has a type and an IRI');
    check(Array.isArray(page.items) && page.items.length > 0, 'a page has a list of annotations');
    for (const item of page.items as Thing[]) checkAnnotation(item, check);
  }
  for (const key of keysOf(collection)) check(key === '@context' || TERMS.has(key), `the context knows ${key}`);
  return broken;
}

function checkAnnotation(item: Thing, check: (isKept: boolean, rule: string) => void): void {
  check(isIri(item.id) && item.type === 'Annotation', 'an annotation has one IRI and its type');
  check(item.target !== undefined, 'an annotation has a target');
  check(ANY.has(String(item.motivation)), 'a motivation is one of the vocabulary');
  for (const moment of [item.created, item.modified]) check(DATE_TIME.test(String(moment)), 'a moment is in UTC');
  for (const body of [item.body].flat() as Thing[]) {
    check(body.type === 'TextualBody' && typeof body.value === 'string', 'a textual body has one value');
    check(ANY.has(String(body.purpose)), 'a purpose is one of the vocabulary');
    check(/^\w+\/[\w.+-]+$/u.test(String(body.format)), 'a format is a media type');
  }
  const target = item.target as Thing;
  check(target.type === 'SpecificResource' && isIri(target.source), 'a specific resource has one source');
  check(target.scope === undefined || isIri(target.scope), 'a scope is an IRI');
  const state = target.state as Thing;
  check(state.type === 'TimeState' && DATE_TIME.test(String(state.sourceDate)), 'a time state has a date');
  for (const selector of [target.selector].flat() as Thing[]) {
    if (selector.type === 'TextQuoteSelector') check(typeof selector.exact === 'string', 'a quote has its text');
    else {
      check(selector.type === 'TextPositionSelector', 'a selector is a quote or a position');
      const { start, end } = selector;
      check(Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0, 'positions are not negative');
      check(Number(start) <= Number(end), 'the end is not before the start');
    }
  }
}

const isIri = (value: unknown) => typeof value === 'string' && IRI.test(value);

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
