import fc from 'fast-check';
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

/** A file as a bad disk or somebody with intent gives it back: bytes changed, taken out, doubled, or the end gone. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(bytes.length - 1);
  const blow = fc.record({
    how: fc.constantFrom('set', 'cut', 'double', 'end'),
    at: place,
    long: fc.nat(40),
    byte: fc.nat(255),
  });
  return fc.array(blow, { minLength: 1, maxLength: 12 }).map((blows) => {
    let now = Buffer.from(bytes);
    for (const { how, at, long, byte } of blows) {
      const [head, hit, tail] = [now.subarray(0, at), now.subarray(at, at + long), now.subarray(at + long)];
      if (how === 'set') now = Buffer.concat([head, Buffer.alloc(hit.length, byte), tail]);
      else if (how === 'cut') now = Buffer.concat([head, tail]);
      else if (how === 'double') now = Buffer.concat([head, hit, hit, tail]);
      else if (byte < 40) now = Buffer.from(head);
    }
    return new Uint8Array(now);
  });
}
