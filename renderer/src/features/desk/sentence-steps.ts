const ENDS = /[。！？；…]+[”’」』）]*|[.!?;]+["”’)]*\s+/gu;

/** Positions of a text where a person would cut it: behind its sentences, and at its seams. */
export function cutPlaces(text: string, seams: readonly number[]): number[] {
  const ends = [...text.matchAll(ENDS)].map((match) => match.index + match[0].length);
  return [...new Set([...ends, ...seams])].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
}

/** Where the cut first stands: at the least certain seam, else behind the sentence that ends nearest to the middle. */
export function firstCut(text: string, seams: readonly { readonly at: number; readonly confidence: number }[]): number {
  const [seam] = [...seams].sort((one, other) => one.confidence - other.confidence);
  if (seam) return seam.at;
  const middle = text.length / 2;
  const [nearest] = cutPlaces(text, []).sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return nearest ?? Math.max(1, Math.round(middle));
}

/** One character on, never into the middle of one. */
export function besideCut(text: string, at: number, by: 1 | -1): number {
  const next = at + by;
  const isInside = /[\uDC00-\uDFFF]/.test(text[next] ?? '') && /[\uD800-\uDBFF]/.test(text[next - 1] ?? '');
  return Math.min(Math.max(isInside ? next + by : next, 1), Math.max(1, text.length - 1));
}
