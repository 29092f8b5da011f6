import type { ReadingState } from '#contract/articles.ts';
import type { Place } from '../../app/route.ts';
import { quoted } from './query-text.ts';

/** The list that one was in when one began to type. */
let begun: Place = { at: 'all' };

export function beginAt(place: Place): void {
  begun = place;
}

/** What asks for exactly the articles of a list, and the list's own name or the word of the window for it. */
export type Scope = { readonly condition: string } & (
  | { readonly name: string }
  | { readonly place: ReadingState | 'highlighted' }
);

/** The list in which one began, as a condition; undefined where it holds everything or cannot be asked for. */
export function scopeOf(place: Place = begun): Scope | undefined {
  switch (place.at) {
    case 'paper':
      return { condition: `paper:=${quoted(place.name)}`, name: place.name };
    case 'tag':
      return { condition: `tag:${quoted(place.path)}`, name: place.path };
    case 'unread':
    case 'reading':
    case 'read':
    case 'archived':
      return { condition: `is:${place.at}`, place: place.at };
    case 'highlighted':
      return { condition: 'has:highlight', place: 'highlighted' };
    default:
      return undefined;
  }
}
