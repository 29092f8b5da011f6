/** Values that are kept; of more, some are made again. */
const MOST = 50_000;

/** What is made of a name, made once: the same few thousand names are asked for with every query. */
export function remembered<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = make(name);
    if (known.size < MOST) known.set(name, value);
    return value;
  };
}
