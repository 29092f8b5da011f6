import { Context, Drop } from 'liquidjs';
import { paragraphs } from './article-text.ts';
import { visibleLines } from './escape.ts';

/**
 * A field of an article as it is handed to a template: `$plain` is what filters and conditions see, `markdown` what is
 * written, with nothing alive in it. What is no such pair is written as it is: numbers, ids, days, addresses of ours.
 */
export type Field =
  | string
  | number
  | boolean
  | null
  | { readonly $plain: string; readonly markdown: string }
  | readonly Field[]
  | { readonly [name: string]: Field };
export type Fields = Readonly<Record<string, Field>>;

/** Around what comes from an article, in what was rendered: no text holds such characters. */
export const OPEN = '\ufdd0';
export const CLOSE = '\ufdd1';

const markdownOf = new WeakMap<FieldText, string>();
const plainOf = new WeakMap<FieldText, string>();

/** Words that are not the template's own: whatever is done to them, they are written as text. */
export class FieldText extends Drop {
  constructor(plain: string, markdown: string = textAsMarkdown(plain)) {
    super();
    plainOf.set(this, plain);
    markdownOf.set(this, markdown);
  }
  override valueOf(): string {
    return plainOf.get(this) ?? '';
  }
}

export function textAsMarkdown(plain: string): string {
  return paragraphs(visibleLines(plain.replace(/[\ufdd0-\ufdef]/g, '')));
}

/** As it stands in the file. */
export function written(value: unknown): string {
  if (value instanceof FieldText) {
    const markdown = markdownOf.get(value) ?? '';
    // What was put together says itself which parts are an article's.
    return markdown.includes(OPEN) ? markdown : `${OPEN}${markdown}${CLOSE}`;
  }
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(written).join(', ') : '';
}

export function plain(value: unknown): unknown {
  if (value instanceof FieldText) return value.valueOf();
  return typeof value === 'string' && value.includes(OPEN) ? value.replace(/[\ufdd0-\ufdef]/g, '') : value;
}

/** Whether there are words of an article in it. */
export function isForeign(value: unknown): boolean {
  if (value instanceof FieldText) return true;
  if (typeof value === 'string') return value.includes(OPEN);
  return Array.isArray(value) && value.some(isForeign);
}

/** What a filter made of an article's words is these still. */
export function foreign(value: unknown): unknown {
  if (typeof value === 'string') return new FieldText(value);
  return Array.isArray(value) ? value.map(foreign) : value;
}

/** Fields as a template finds them: objects without anything that they inherit. */
export function revive(field: Field): unknown {
  if (typeof field !== 'object' || field === null) return field;
  if (Array.isArray(field)) return field.map(revive);
  const object = field as { readonly [name: string]: Field };
  if (typeof object.$plain === 'string') return new FieldText(object.$plain, String(object.markdown));
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, revive(value)])),
  );
}

/** What a loop knows of itself, in the words of Liquid and of Nunjucks. */
const LOOP: Readonly<Record<string, string>> = {
  index: 'index',
  index0: 'index0',
  first: 'first',
  last: 'last',
  length: 'length',
  rindex: 'rindex',
  rindex0: 'rindex0',
  revindex: 'rindex',
  revindex0: 'rindex0',
};

/** Nothing is read but fields, numbers of elements, and what a loop knows of itself. */
export class TemplateContext extends Context {
  override readProperty(object: object, key: string | number): unknown {
    const name = String(plain(key));
    if (object instanceof FieldText)
      return name === 'size' || name === 'length' ? [...object.valueOf()].length : undefined;
    if (object instanceof Drop) return LOOP[name] === undefined ? undefined : super.readProperty(object, LOOP[name]);
    if (typeof object === 'string') return name === 'size' || name === 'length' ? [...object].length : undefined;
    return super.readProperty(object, plain(key) as string);
  }
  override _get(paths: Parameters<Context['_get']>[0]): IterableIterator<unknown> {
    const [first, ...rest] = paths;
    // Nunjucks calls it so.
    return super._get(first === 'loop' ? ['forloop', ...rest] : paths);
  }
  override spawn(scope: object = {}): Context {
    return new TemplateContext(
      scope,
      this.opts,
      { ownPropertyOnly: true, sync: true },
      { memoryLimit: this.memoryLimit, renderLimit: this.renderLimit, ...(this.liquid && { liquid: this.liquid }) },
    );
  }
}
