import { diffLines } from 'diff';

export interface ChangedLine {
  readonly kind: 'same' | 'new' | 'gone' | 'skipped';
  /** Of `skipped` the number of lines. */
  readonly text: string;
}

/** So many lines are shown before and after what changed. */
const AROUND = 1;

/** A file as it would be, by lines: what is new, what would be gone, and a little of what stays around them. */
export function changedLines(before: string | null, after: string): ChangedLine[] {
  const changes = diffLines(before ?? '', after);
  return changes.flatMap<ChangedLine>(({ added, removed, value }, index) => {
    const lines = value.replace(/\n$/, '').split('\n');
    if (added || removed) return lines.map((text) => ({ kind: added ? 'new' : 'gone', text }));
    const head = index === 0 ? 0 : AROUND;
    const tail = index === changes.length - 1 ? 0 : AROUND;
    const left = lines.length - head - tail;
    const same = (some: readonly string[]) => some.map((text): ChangedLine => ({ kind: 'same', text }));
    // Where one line would be left out, it is shown: that says more in the same room.
    if (left <= 1) return same(lines);
    return [
      ...same(lines.slice(0, head)),
      { kind: 'skipped', text: String(left) },
      ...same(lines.slice(lines.length - tail)),
    ];
  });
}
