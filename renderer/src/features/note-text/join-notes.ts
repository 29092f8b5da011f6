/**
 * What is to be kept of a note that was begun as `begun`, stands as `now` and was written as `mine`: a note that was
 * changed in another window meanwhile stays, and what was written here stands below it.
 */
export function joinNotes(begun: string, now: string, mine: string): string {
  if (mine === begun) return now;
  if (now === begun || now === mine) return mine;
  return [now, mine].filter((part) => part.trim() !== '').join('\n\n');
}
