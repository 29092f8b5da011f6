import { shortId } from '../store/ids.ts';
import { COLOURS } from './logseq.ts';
import { LINK, ownMark, type ReadMarks, readTitle, unquoted } from './own-marks.ts';

const UUID = /^\t {2}id:: ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/m;

/** Marks as bullets of an outline: the quotation, and below it its meaning with the address, its note and its tags. */
export function readOutlineMarks(content: string): ReadMarks {
  const [before = '', ...bullets] = `\n${content}`.split(/^(?=\t- )/m);
  const rest = [before];
  const marks = bullets.flatMap((bullet) => {
    const [head = '', ...below] = bullet.split(/^(?=\t\t- )/m);
    const id = UUID.exec(head)?.[1];
    const items = below.map((item) =>
      item
        .slice(4)
        .replace(/^\t\t {2}/gm, '')
        .trim(),
    );
    const [titled, ...said] = items;
    const link = new RegExp(`^(.*?) · ${LINK}$`).exec(titled ?? '');
    if (id === undefined || !link) {
      // What stands in the place of one that was removed has no address.
      if (id === undefined) rest.push(bullet);
      return [];
    }
    const tags = /^#\[\[[^\]]*\]\](?: #\[\[[^\]]*\]\])*$/.test(said.at(-1) ?? '') ? said.pop() : undefined;
    const colour = COLOURS_HERE.get(/^\t {2}hl-color:: (\w+)$/m.exec(head)?.[1] ?? '');
    const quote = head.replace(/^\t {2}[\w-]+:: .*$/gm, '').replace(/^\t(?:- | {2})/gm, '');
    const title = { ...readTitle(link[1] ?? ''), ...(colour && { colour }) };
    const mark = ownMark({
      id: shortId(id),
      query: link.groups?.query,
      title,
      quote: unquoted(quote),
      note: said.join('\n\n'),
      tags,
    });
    return mark ?? [];
  });
  return { marks, rest: rest.join('') };
}

const COLOURS_HERE = new Map(Object.entries(COLOURS).map(([ours, theirs]) => [theirs, ours as keyof typeof COLOURS]));
