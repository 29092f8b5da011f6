import { useEffect, useState } from 'react';
import { type NameParts, type NameReading, type NameRule, readName } from '#contract/name-rule.ts';
import type { FoundFile } from './asking.ts';

export interface ReadName {
  readonly path: string;
  readonly parts: NameParts;
}
export interface OtherName {
  readonly path: string;
  readonly reading: Exclude<NameReading, { is: 'read' }>;
}

export interface NamesRead {
  /** The rule and the files that this is about. */
  readonly rule: NameRule | undefined;
  readonly of: readonly FoundFile[];
  readonly matched: number;
  /** Of the first that match. */
  readonly first: readonly ReadName[];
  readonly others: readonly OtherName[];
  readonly isDone: boolean;
}

/** Rows of the preview. */
const FIRST = 50;
/** So long the window may be kept from drawing. */
const SLICE_MILLISECONDS = 10;

/** What the names say by the rule, read a slice at a time: a folder may hold a hundred thousand. */
export function useNames(files: readonly FoundFile[], rule: NameRule | undefined): NamesRead {
  const [read, setRead] = useState<NamesRead>({ rule, of: files, matched: 0, first: [], others: [], isDone: false });
  useEffect(() => {
    if (!rule) {
      setRead({ rule, of: files, matched: 0, first: [], others: [], isDone: true });
      return;
    }
    let at = 0;
    let matched = 0;
    const first: ReadName[] = [];
    const others: OtherName[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      const until = performance.now() + SLICE_MILLISECONDS;
      for (; at < files.length && performance.now() < until; at += 1) {
        const file = files[at];
        if (!file || 'reason' in file) continue;
        const reading = readName(rule, file.path);
        if (reading.is !== 'read') others.push({ path: file.path, reading });
        else {
          matched += 1;
          if (first.length < FIRST) first.push({ path: file.path, parts: reading.parts });
        }
      }
      const isDone = at >= files.length;
      setRead({ rule, of: files, matched, first: [...first], others: [...others], isDone });
      if (!isDone) timer = setTimeout(step);
    };
    step();
    return () => clearTimeout(timer);
  }, [files, rule]);
  return read;
}
