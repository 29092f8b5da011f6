import type { BlockRole, DerivedBlock } from '#contract/derivation.ts';
import { isCjk, isSpace, SOFT_HYPHEN } from '../reading/characters.ts';
import { type Ledger, takeOut } from './ledger.ts';
import { type Part, partsOf, seamsOf, withParts } from './parts.ts';

const RUNNING: ReadonlySet<BlockRole> = new Set(['paragraph', 'caption', 'author_note']);

/** Running text has no pauses of the print in it; everything set apart keeps them. */
export const isRunning = (role: BlockRole): boolean => RUNNING.has(role);

/** The block's text as its new role asks for it: blanks of the print come back, or go. */
export function setAs(block: DerivedBlock, role: BlockRole, ledger: Ledger): DerivedBlock {
  const changed = { ...block, role };
  if (isRunning(block.role) === isRunning(role)) return changed;
  const parts = partsOf(block);
  return withParts(changed, isRunning(role) ? closeUp(parts, ledger) : setApart(parts, ledger), seamsOf(block));
}

/** Blanks that were taken out between two pieces stand there again. */
function setApart(parts: readonly Part[], ledger: Ledger): Part[] {
  const result: Part[] = [];
  for (const [at, part] of parts.entries()) {
    result.push(part);
    const next = parts[at + 1];
    if (!next || next.start <= part.end) continue;
    const gap = ledger.between(part.end, next.start) ?? [];
    if (gap.some(({ kind }) => kind === 'hyphen_removed')) continue;
    for (const operation of gap) {
      const { kind, range, text, as } = operation;
      const [start, end] = range;
      if (as !== undefined || text.includes(SOFT_HYPHEN)) continue;
      if (kind === 'space_removed' && (text === ' ' || text === '\u3000')) {
        ledger.remove(operation);
        result.push({ start, end, text, replaced: false });
      } else if (kind === 'space_removed' || (kind === 'line_join' && !/[-—–]$/u.test(part.text))) {
        ledger.put({ ...operation, as: ' ' });
        result.push({ start, end, text: ' ', replaced: true });
      }
    }
  }
  return result;
}

const QUOTED = /[“‘「『《"][^“”‘’「」『』《》"。，,]{2,24}[”’」』》"]/gu;
const onSquares = (ch: string) => isCjk(ch) || /[,:;()"!?~+]/u.test(ch);

/** Blanks between two squares go, except in a short quoted name. */
function closeUp(parts: readonly Part[], ledger: Ledger): Part[] {
  const text = parts.map((part) => part.text).join('');
  const quoted = [...text.matchAll(QUOTED)].map((match) => [match.index, match.index + match[0].length] as const);
  const isLayout = (from: number, to: number) => {
    const left = text[from - 1] ?? '';
    const right = text[to] ?? '';
    if (!onSquares(left) || !onSquares(right) || !(isCjk(left) || isCjk(right))) return false;
    return !quoted.some(([start, end]) => start < from && to < end);
  };
  const gone = new Uint8Array(text.length);
  for (const match of text.matchAll(/\s+/gu)) {
    const to = match.index + match[0].length;
    if (isLayout(match.index, to)) gone.fill(1, match.index, to);
  }
  const result: Part[] = [];
  let offset = 0;
  for (const part of parts) {
    if (part.replaced) {
      const operation = ledger.from(part.start);
      if (operation && [...part.text].every((ch, at) => isSpace(ch) && gone[offset + at] === 1)) {
        const { as: _, ...removed } = operation;
        ledger.put(removed);
      } else result.push(part);
    } else result.push(...withoutGone(part, gone.subarray(offset, offset + part.text.length), ledger));
    offset += part.text.length;
  }
  return result;
}

function withoutGone(part: Part, gone: Uint8Array, ledger: Ledger): Part[] {
  const kept: Part[] = [];
  for (let at = 0; at < gone.length; ) {
    let end = at;
    while (end < gone.length && gone[end] === gone[at]) end++;
    const start = part.start + at;
    const text = part.text.slice(at, end);
    if (gone[at] === 1) ledger.put({ ...takeOut(start, text), kind: 'space_removed' });
    else kept.push({ start, end: part.start + end, text, replaced: false });
    at = end;
  }
  return kept;
}
