import { carryMark } from '#archive/annotate/carry.ts';
import { doubtsOf } from '#archive/desk/edit/doubts.ts';
import { separate } from '#archive/desk/separate.ts';
import { terms } from '#archive/search/terms.ts';
import type { SourceDocument } from '#archive/store/documents.ts';
import { separationWrites } from '#archive/store/separations.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { SourceId } from '#contract/ids.ts';
import { lead, other, second } from './desk/page-of.ts';
import { documentOf, store, type TemporaryArchive } from './temporary-archive.ts';

/** A raw page as an importer stores it: one block of all of it. */
export function rawPage(text: string, rest: Parameters<typeof documentOf>[1] = {}): SourceDocument {
  const block = { role: 'paragraph' as const, text, pieces: [[0, text.length] as [number, number]], confidence: 1 };
  const derivation: Derivation = {
    articles: [
      {
        id: 'raw',
        kind: 'main',
        parent: null,
        title: '',
        confidence: 1,
        evidence: [],
        blocks: [{ ...block, evidence: [] }],
      },
    ],
    dropped: [],
    operations: [],
  };
  return { ...documentOf([{ title: '', paragraphs: [] }], { ...rest, page: true }), text, derivation };
}

/** A page that was imported and separated; `derivation` in the place of what the desk makes of it. */
export async function separatedPage(
  here: TemporaryArchive,
  text: string,
  {
    name = 'page.txt',
    derivation = separate(text),
    ...rest
  }: Parameters<typeof documentOf>[1] & { name?: string; derivation?: Derivation } = {},
): Promise<SourceId> {
  const { source } = await store(here, rawPage(text, rest), name);
  const separation = { derivation, doubts: doubtsOf(derivation).length, version: '1', carry: carryMark };
  separationWrites(here.archive.context.db, terms).separatePage(source, separation, Date.now());
  return source;
}

/** A page of two stories of which nothing is doubtful. */
export const cleanText = (name: string) =>
  [`${name}老桥重新开通`, '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门。', other].join('\n\n');

/** Such pages, with names of one length: read once, they are what the desk makes of each. */
export async function cleanPages(here: TemporaryArchive, names: readonly string[]): Promise<SourceId[]> {
  const [first = ''] = names;
  const read = JSON.stringify(separate(cleanText(first)));
  const pages: SourceId[] = [];
  for (const name of names) {
    const derivation = JSON.parse(read.replaceAll(`${first}老桥`, `${name}老桥`)) as Derivation;
    pages.push(await separatedPage(here, cleanText(name), { name, derivation }));
  }
  forgetDoubts(here);
  return pages;
}

/** What is doubtful changes with the desk's weights; these pages are to be clean whatever those say. */
export function forgetDoubts(here: TemporaryArchive): void {
  here.archive.context.db.exec('UPDATE source SET doubts = 0');
}
