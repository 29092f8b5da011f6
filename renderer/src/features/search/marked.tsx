import type { ReactNode } from 'react';
import type { Span } from '#contract/ids.ts';

interface MarkedProps {
  readonly text: string;
  /** Ascending, not overlapping. */
  readonly marks: readonly Span[];
}

/** A text with its hits as `mark` elements. Line ends become spaces: a snippet is one run of text. */
export function Marked({ text, marks }: MarkedProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) parts.push(oneLine(text.slice(at, start)));
    parts.push(<mark key={start}>{oneLine(text.slice(start, end))}</mark>);
    at = end;
  }
  if (at < text.length) parts.push(oneLine(text.slice(at)));
  return <>{parts}</>;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ');
}
