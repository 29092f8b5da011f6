import { isAlias, isMap, isScalar, type Node, type Pair, parseDocument, stringify } from 'yaml';
import type { Properties, PropertyValue } from './properties.ts';

/** The lines between the two `---`, each ended by a line feed. */
export function renderProperties(properties: Properties): string {
  return Object.entries(properties).map(renderProperty).join('');
}

function renderProperty([key, value]: readonly [string, PropertyValue]): string {
  // Obsidian takes a date for a date only without quotes; nothing but digits gets this way.
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/.test(value))
    return `${key}: ${value}\n`;
  const yaml = stringify(
    { [key]: value },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  // Templater and Liquid read the file before YAML does; in quotes a letter may be written as its number.
  return yaml.replace(/<(?=%)/g, '\\u003c').replace(/\{(?=[{%])/g, '\\u007b');
}

/**
 * Puts our properties into front matter that a person may have changed, leaving every other byte as it is. A property
 * that no longer holds what we wrote is theirs and stays; a list takes over only what was added or taken away here; one
 * they removed stays away. `written` is what we wrote last, undefined when that is not known.
 * Returns undefined when it is no YAML map: nothing may be written then.
 */
export function mergeProperties(yaml: string, wanted: Properties, written: Properties | undefined): string | undefined {
  const document = parseDocument(yaml, { strict: true, uniqueKeys: true });
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents === null) return renderProperties(written ? {} : wanted);
  if (!isMap(contents) || contents.flow) return undefined;

  const patches: { start: number; end: number; text: string }[] = [];
  const present = new Set<string>();
  for (const pair of contents.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    present.add(key);
    const ours = written?.[key];
    const next = wanted[key];
    const place = rangeOf(pair);
    if (!place || (ours === undefined && next === undefined)) continue;
    const current: unknown = pair.value?.toJS(document);
    const settled = ours === undefined ? undefined : settle(current, ours, next);
    if (settled === undefined || same(settled.value, current)) continue;
    patches.push({ ...place, text: settled.value === undefined ? '' : renderProperty([key, settled.value]) });
  }
  let merged = yaml;
  for (const { start, end, text } of patches.reverse()) merged = merged.slice(0, start) + text + merged.slice(end);
  const added = Object.entries(wanted).filter(([key]) => !present.has(key) && written?.[key] === undefined);
  const separator = merged === '' || merged.endsWith('\n') ? '' : '\n';
  return merged + separator + renderProperties(Object.fromEntries(added));
}

/** What a property becomes, or undefined when it is the person's. */
export function settle(current: unknown, ours: PropertyValue, next: PropertyValue | undefined) {
  if (same(current, ours)) return { value: next };
  if (!isList(current) || !isList(ours) || !isList(next)) return undefined;
  const kept = current.filter((item) => !ours.includes(item) || next.includes(item));
  const added = next.filter((item) => !ours.includes(item) && !kept.includes(item));
  return { value: [...kept, ...added] };
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The pair's whole lines. None where an anchor or alias ties it to other places. */
function rangeOf({ key, value }: Pair<Node, Node | null>): { start: number; end: number } | undefined {
  if (!key?.range || !value?.range || isAlias(value) || ('anchor' in value && value.anchor)) return undefined;
  return { start: key.range[0], end: value.range[2] };
}
