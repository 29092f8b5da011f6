/** Positions in UTF-16 units, which JavaScript counts in, as positions in code points, which standards count in. */
export function toCodePoints(text: string, position: number): number {
  let count = 0;
  for (let at = 0; at < Math.min(position, text.length); count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

export function fromCodePoints(text: string, position: number): number {
  let at = 0;
  for (let count = 0; count < position && at < text.length; count += 1)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
