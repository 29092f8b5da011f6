/** A character that may not begin a line: closing punctuation, and what stretches the character before. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}，。、；：？！…—·～％％℃,.;:?!%)\]}”’ー々〉》」』】〕\u3000]/u;
/** One that may not end it: opening punctuation. */
const NOT_LAST = /[\p{Ps}\p{Pi}“‘（《「『【〔〈]$/u;

/**
 * Breaks a paragraph into lines that are no wider than `width`: between Han characters, between Latin words, and never
 * before closing or after opening punctuation. A word that is wider than a line is broken between its characters.
 */
export function setLines(paragraph: string, width: number, widthOf: (text: string) => number, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const unit of unitsOf(paragraph)) {
    if (line !== '' && widthOf(line + unit.trimEnd()) > width) {
      if (line.trim() !== '') lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? unit.trimStart() : unit;
    while (widthOf(line.trimEnd()) > width) {
      const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
      let fitting = characters.length - 1;
      while (fitting > 1 && widthOf(characters.slice(0, fitting).join('')) > width) fitting -= 1;
      if (fitting < 1) break;
      lines.push(characters.slice(0, fitting).join(''));
      line = characters.slice(fitting).join('');
      if (characters.length === 1) break;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What stays together: a Latin word with its blank, a Han character with the punctuation that belongs to it. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  for (const [part] of text.matchAll(
    /[\p{Script=Latin}\p{N}\p{M}'’.,%+\-/&]+\s*|\s+|\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*/gu,
  )) {
    const last = units.at(-1);
    if (last !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(last))) units[units.length - 1] = last + part;
    else units.push(part);
  }
  return units;
}
