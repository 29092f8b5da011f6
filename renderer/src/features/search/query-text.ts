import type { QueryPart } from '#contract/search.ts';

/** A value as it must be written to be read as one. */
export function quoted(value: string): string {
  return /[\s"]|\*$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** What else is asked stands behind what was typed. */
export function withCondition(text: string, condition: string): string {
  const before = text.trim();
  return before === '' ? condition : `${before} ${condition}`;
}

/** The text without one of its parts, and without the operator that joined it to another. */
export function withoutPart(text: string, parts: readonly QueryPart[], index: number): string {
  const isOperator = (part: QueryPart | undefined) => part?.is === 'or' || part?.is === 'near';
  const gone = new Set([index]);
  if (isOperator(parts[index - 1])) gone.add(index - 1);
  else if (isOperator(parts[index + 1])) gone.add(index + 1);
  return cutOut(
    text,
    parts.filter((_, i) => gone.has(i)),
  );
}

/** Whether a part asks for days, and is not one of two things that are joined. */
function isDays({ is, excluded }: QueryPart): boolean {
  return !excluded && (is === 'from' || is === 'to' || is === 'before');
}

export function withoutDays(text: string, parts: readonly QueryPart[]): string {
  return cutOut(text, parts.filter(isDays));
}

/** Asks for the time from the one year, month or day to the other instead of any other time. */
export function withDays(text: string, parts: readonly QueryPart[], from: string, to: string): string {
  return withCondition(withoutDays(text, parts), `from:${from} to:${to}`);
}

/** The days that are asked for, as they were written; `before` itself is not asked for any more. */
export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly before: string | undefined;
}

export function daysOf(parts: readonly QueryPart[]): Days {
  const value = (field: keyof Days) => parts.find((part) => isDays(part) && part.is === field)?.value || undefined;
  return { from: value('from'), to: value('to'), before: value('before') };
}

function cutOut(text: string, parts: readonly QueryPart[]): string {
  let rest = text;
  for (const { at } of parts.toSorted((one, other) => other.at.start - one.at.start))
    rest = `${rest.slice(0, at.start).trimEnd()} ${rest.slice(at.end).trimStart()}`;
  return rest.trim();
}
