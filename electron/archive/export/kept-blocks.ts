import type { Comment } from './comment-regions.ts';
import { hashOf } from './hash.ts';

/** What a person writes in the middle of what is ours: between two comments that name it. */
interface KeptBlock {
  readonly name: string;
  /** Of the whole, comments and all. */
  readonly start: number;
  readonly end: number;
  readonly wordsFrom: number;
  readonly wordsTo: number;
}

/** By name, hashes of what was put into it: once, for it is a person's from then on. */
export type KeptHashes = Readonly<Record<string, readonly string[]>>;

const BLOCK =
  /^[ \t]*(?:- )?(?:%%|<!--) begin ([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} _-]{0,59}) (?:%%|-->)[ \t]*\r?\n([\s\S]*?)^[ \t]*(?:- )?(?:%%|<!--) end \1 (?:%%|-->)[ \t]*\r?$/gmu;

const TEMPLATE =
  /^(?:- )?(?:%%|<!--) jianbao:begin template (?:%%|-->)[\s\S]*?^(?:- )?(?:%%|<!--) jianbao:end template (?:%%|-->)[ \t]*\r?$/m;

export function keptBlock(name: string, words: string, { open, close }: Comment): string {
  const gap = open.startsWith('- ') ? '\n' : '\n\n';
  const inner = words.replace(/^\n+|\s+$/g, '');
  return `${open} begin ${name} ${close}${gap}${inner === '' ? '' : `${inner}${gap}`}${open} end ${name} ${close}`;
}

export function keptBlocks(text: string): KeptBlock[] {
  return [...text.matchAll(BLOCK)].map((found) => {
    const [whole, name = '', words = ''] = found;
    const wordsFrom = found.index + whole.indexOf('\n') + 1;
    return { name, start: found.index, end: found.index + whole.length, wordsFrom, wordsTo: wordsFrom + words.length };
  });
}

/** What a template wrote in a file of ours, without what is kept in it; places count in the file. */
export function templateSpans(source: string, start: number): { readonly start: number; readonly end: number }[] {
  const found = TEMPLATE.exec(source.slice(start));
  if (!found) return [];
  const from = start + found.index;
  let at = from;
  const spans = keptBlocks(found[0]).map(({ wordsFrom, wordsTo }) => {
    const span = { start: at, end: from + wordsFrom };
    at = from + wordsTo;
    return span;
  });
  return [...spans, { start: at, end: from + found[0].length }];
}

/** Ours alone. */
export function withoutKept(text: string): string {
  return replaceWords(text, () => '');
}

/** What is put there stands in the text, without the comments. */
export function withoutKeptComments(text: string): string {
  let left = '';
  let at = 0;
  for (const { start, end, wordsFrom, wordsTo } of keptBlocks(text)) {
    left += text.slice(at, start) + text.slice(wordsFrom, wordsTo).trim();
    at = end;
  }
  return left + text.slice(at);
}

export function hashesOfKept(text: string): KeptHashes {
  return Object.fromEntries(
    keptBlocks(text).flatMap(({ name, wordsFrom, wordsTo }) => {
      const words = text.slice(wordsFrom, wordsTo).trim();
      return words === '' ? [] : [[name, [hashOf(words)]]];
    }),
  );
}

export function bothKept(some: KeptHashes, others: KeptHashes): KeptHashes {
  const names = new Set([...Object.keys(some), ...Object.keys(others)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [...new Set([...(some[name] ?? []), ...(others[name] ?? [])])]]),
  );
}

/**
 * `next` with what stands in `current` where something is kept, byte for byte; what a template has to add there and has
 * not added before goes below it. `left` are blocks that `next` has no place for, with their comments.
 */
export function takeOverKept(next: string, current: string, given: KeptHashes): { text: string; left: string[] } {
  const theirs = new Map(keptBlocks(current).map((block) => [block.name, block]));
  const text = replaceWords(next, (words, name) => {
    const block = theirs.get(name);
    if (!block) return words;
    theirs.delete(name);
    const kept = current.slice(block.wordsFrom, block.wordsTo);
    const added = words.trim();
    if (added === '' || given[name]?.includes(hashOf(added))) return kept;
    return kept.trim() === '' ? words : `${kept.replace(/\n*$/, '\n\n')}${added}\n\n`;
  });
  const left = [...theirs.values()].filter(({ wordsFrom, wordsTo }) => current.slice(wordsFrom, wordsTo).trim() !== '');
  return { text, left: left.map(({ start, end }) => current.slice(start, end)) };
}

function replaceWords(text: string, change: (words: string, name: string) => string): string {
  let changed = '';
  let at = 0;
  for (const { name, wordsFrom, wordsTo } of keptBlocks(text)) {
    changed += text.slice(at, wordsFrom) + change(text.slice(wordsFrom, wordsTo), name);
    at = wordsTo;
  }
  return changed + text.slice(at);
}
