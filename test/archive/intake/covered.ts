import type { DocumentPage } from '#archive/store/positions.ts';

/** What of a text is not blank and stands in no line's box, and every box that does not lie in the text. */
export function uncovered(text: string, pages: readonly DocumentPage[]): string[] {
  const held = new Uint8Array(text.length);
  const wrong: string[] = [];
  for (const { range, kind, x, y, w, h } of pages.flatMap(({ boxes }) => boxes)) {
    const [start, end] = range;
    const isPlaced = [x, y, w, h].every(Number.isFinite) && w >= 0 && h >= 0;
    if (!(isPlaced && start >= 0 && start < end && end <= text.length)) wrong.push(`${kind} ${start}–${end}`);
    if (kind === 'line') held.fill(1, start, end);
  }
  for (let at = 0; at < text.length; at += 1)
    if (held[at] === 0 && /\S/.test(text.charAt(at))) wrong.push(`${at}: ${text.charAt(at)}`);
  return wrong;
}
