import { QUERY_FIELDS, type QueryField } from '#contract/query-fields.ts';

/** What the last word that was typed may become. */
export interface Completion {
  /** The whole text with it. */
  readonly text: string;
  readonly field: QueryField;
  /** Undefined where the field's value is still to be typed. */
  readonly value: string | undefined;
}

const KINDS = ['main', 'sidebar', 'commentary', 'brief', 'continuation', 'editor_note', 'abstract'];
const VALUES: Readonly<Partial<Record<QueryField, readonly string[]>>> = {
  kind: KINDS,
  has: ['highlight', 'note', 'tag'],
  is: ['unread', 'reading', 'read', 'archived'],
};
const LAST_WORD = /(^|[\s-])([A-Za-z]+)(?::(\S*))?$/;

/** Fields that begin as the last word does; behind `kind:` and the like their values. */
export function completionsOf(text: string): Completion[] {
  const [, , word = '', typed] = LAST_WORD.exec(text) ?? [];
  if (word === '') return [];
  const begun = word.toLowerCase();
  const head = text.slice(0, text.length - word.length - (typed === undefined ? 0 : typed.length + 1));
  if (typed === undefined)
    return QUERY_FIELDS.filter((field) => field.startsWith(begun)).map((field) => ({
      text: `${head}${field}:`,
      field,
      value: undefined,
    }));
  const field = QUERY_FIELDS.find((name) => name === begun);
  const values = field && VALUES[field];
  if (!field || !values || values.includes(typed)) return [];
  return values
    .filter((value) => value.startsWith(typed.toLowerCase()))
    .map((value) => ({ text: `${head}${field}:${value} `, field, value }));
}

/** The text with the value that was begun behind its last field put in whole; undefined where no field is being typed. */
export function withValue(text: string, kind: 'publication' | 'person' | 'tag', written: string): string | undefined {
  const fields = { publication: 'paper', person: 'by', tag: 'tag' } as const;
  const field = fields[kind];
  const match = new RegExp(`(^|[\\s-])${field}:=?"?[^"]*$`, 'i').exec(text);
  if (!match) return undefined;
  return `${text.slice(0, match.index)}${match[1]}${field}:${kind === 'tag' ? '' : '='}${written} `;
}
