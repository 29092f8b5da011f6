/** Of scripts that part their words by blanks. */
const LETTER = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}\p{N}'’-]/u;

/** At most so many characters from the beginning. Neither a character nor a word is cut in half, unless it is long. */
export function firstWords(text: string, characters: number): string {
  const all = [...text];
  return all
    .slice(0, boundary(all, characters, -1))
    .join('')
    .trimEnd();
}

/** At most so many characters from the end, likewise. */
export function lastWords(text: string, characters: number): string {
  const all = [...text];
  return all
    .slice(boundary(all, all.length - characters, 1))
    .join('')
    .trimStart();
}

/** Where to cut near `at`: not within a word, if one that is not longer than half of what stays is all there is to give up. */
function boundary(all: readonly string[], at: number, step: 1 | -1): number {
  if (at <= 0) return 0;
  if (at >= all.length) return all.length;
  const kept = step < 0 ? at : all.length - at;
  const isWithin = (place: number) => LETTER.test(all[place - 1] ?? '') && LETTER.test(all[place] ?? '');
  let place = at;
  while (isWithin(place)) place += step;
  return Math.abs(place - at) > kept / 2 ? at : place;
}
