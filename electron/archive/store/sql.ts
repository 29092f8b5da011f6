/** A query whose shape varies: its text and its values, so that a test can look at the plan. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number | null)[];
}

/** Joins conditions with AND; no condition at all is no WHERE. */
export function where(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return { text: '', values: [] };
  return {
    text: ` WHERE ${conditions.map((condition) => condition.text).join(' AND ')}`,
    values: conditions.flatMap((condition) => condition.values),
  };
}
