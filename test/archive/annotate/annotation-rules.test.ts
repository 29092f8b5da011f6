import { expect, test } from 'vitest';
import { toWebAnnotation } from '#archive/annotate/web-annotation.ts';
import type { Annotation } from '#contract/annotations.ts';
import { ANNOTATION_CONTEXT } from '#contract/web-annotations.ts';
import { brokenRules } from './annotation-rules.ts';

const ID = '019a0000-0000-7000-8000-0123456789ab';
const URN = 'urn:jianbao:archive:0123456789';

function collection(): object {
  const body = '前三季度城镇新增就业5.7万人。';
  const mark: Annotation = {
    id: ID as Annotation['id'],
    shortId: 'h3x8p20000',
    articleId: ID as Annotation['articleId'],
    kind: 'highlight',
    quote: { start: 6, end: 14, exact: body.slice(6, 14), prefix: body.slice(0, 6), suffix: body.slice(14) },
    colour: 'fact',
    note: '核实',
    tags: ['核查/待核'],
    confidential: false,
    state: 'exact',
    createdAt: 0,
    updatedAt: 0,
    revision: 0,
  };
  const item = toWebAnnotation(mark, { body, shortId: '7k2m9q4d00', url: 'https://news.example/1', editedAt: 0 });
  const first = { id: `${URN}:1`, type: 'AnnotationPage', startIndex: 0, items: [item] };
  return { '@context': ANNOTATION_CONTEXT, id: URN, type: 'AnnotationCollection', label: 'x', total: 1, first };
}

/** Puts a value at a place of it, or takes away what stands there. */
function damaged(place: string, value: unknown): object {
  const whole = collection();
  const steps = place.split(' ');
  const last = steps.pop() ?? '';
  const inside = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], whole);
  if (value === undefined) Reflect.deleteProperty(inside as object, last);
  else Reflect.set(inside as object, last, value);
  return whole;
}

test('what we write breaks no rule', () => {
  expect(brokenRules(collection())).toEqual([]);
});

const ITEM = 'first items 0';
test.each<[rule: string, place: string, value: unknown]>([
  ['AnnotationCollection.@context', '@context', undefined],
  ['AnnotationCollection.id', 'id', 'no iri'],
  ['a collection that is not empty has a first page', 'total', 0],
  ['AnnotationPage.items', 'first items', []],
  ['Annotation.id', `${ITEM} id`, undefined],
  ['Annotation.type', `${ITEM} type`, 'Note'],
  ['Annotation.target', `${ITEM} target`, undefined],
  ['Annotation.motivation', `${ITEM} motivation`, 'shouting'],
  ['Annotation.created', `${ITEM} created`, '2026-02-30'],
  ['Annotation.created', `${ITEM} created`, ['2026-11-21T10:00:00Z']],
  ['Annotation.modified', `${ITEM} modified`, '2026-11-21T10:00:00+08:00'],
  ['Annotation.colour', `${ITEM} colour`, 'fact'],
  ['body or bodyValue, not both', `${ITEM} bodyValue`, '一句话'],
  ['TextualBody.value', `${ITEM} body 0 value`, ['甲', '乙']],
  ['TextualBody.format', `${ITEM} body 0 format`, 'markdown'],
  ['TextualBody.purpose', `${ITEM} body 0 purpose`, 'colouring'],
  ['TextualBody.text', `${ITEM} body 0 text`, '甲'],
  ['SpecificResource.source', `${ITEM} target source`, '7k2m9q4d'],
  ['SpecificResource.source', `${ITEM} target source`, ['urn:a:1', 'urn:a:2']],
  ['SpecificResource.scope', `${ITEM} target scope`, 'news.example'],
  ['Selector', `${ITEM} target selector 0 type`, 'QuoteSelector'],
  ['Selector.exact', `${ITEM} target selector 0 exact`, ''],
  ['Selector.exact', `${ITEM} target selector 1 exact`, '甲'],
  ['Selector.start', `${ITEM} target selector 1 start`, -1],
  ['Selector.end', `${ITEM} target selector 1 end`, 2.5],
  ['the end is not before the start', `${ITEM} target selector 1 start`, 99],
  ['TimeState.sourceDate', `${ITEM} target state sourceDate`, 'yesterday'],
])('%s is seen where it is broken: %s = %j', (rule, place, value) => {
  expect(brokenRules(damaged(place, value))).toContain(rule);
});
