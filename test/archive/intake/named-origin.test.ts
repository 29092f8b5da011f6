import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportEvent } from '#contract/intake.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
beforeEach(async () => {
  here = await temporaryArchive();
});
afterEach(() => here.close());

const STORY = '昨日，渡口新添两艘渡船，可载四十人，从清晨六点开到夜里十点。\n';

/** `paper | day | page | section` of each file's article, by its path. */
async function imported(files: Readonly<Record<string, string>>, rule?: string): Promise<Record<string, string>> {
  const { batch } = await here.client.intake.begin(rule === undefined ? undefined : { rule });
  for (const [path, text] of Object.entries(files)) {
    const piece = new Blob([text]);
    await here.client.intake.receive({ batch, path, size: piece.size, offset: 0, piece });
  }
  await here.client.intake.finish({ batch });
  const taken: Extract<ImportEvent, { state: 'imported' }>[] = [];
  for await (const event of await here.client.intake.events({ batch }))
    if (event.state === 'imported') taken.push(event);
  const said: Record<string, string> = {};
  for (const { path, articles } of taken) {
    const { publication, date, page, section } = await here.client.articles.get({ id: articles[0] as never });
    said[path] = [publication, date?.edtf, page, section].map((part) => part ?? '-').join(' | ');
  }
  return said;
}

describe('the naming rule of a batch', () => {
  test('fills paper, day and page of every file whose name it fits, and of no other', async () => {
    expect(
      await imported(
        {
          '江城/98/0315/02.txt': `甲${STORY}`,
          '江城/98/0230/02.txt': `乙${STORY}`,
          '江城/札记.txt': `丙${STORY}`,
        },
        '{报}/{yy}/{mmdd}/{版}.txt',
      ),
    ).toEqual({
      '江城/98/0315/02.txt': '江城 | 1998-03-15 | 02 | -',
      '江城/98/0230/02.txt': '- | - | - | -',
      '江城/札记.txt': '- | - | - | -',
    });
    const pages = here.archive.context.db
      .prepare(
        'SELECT b.name, i.date_edtf AS day, p.label FROM page p JOIN issue i ON i.id = p.issue_id JOIN publication b ON b.id = i.publication_id',
      )
      .all();
    expect(pages).toEqual([{ name: '江城', day: '1998-03-15', label: '02' }]);
  });

  test('wins over what the name or the page seems to say; what it does not say stays', async () => {
    const page = `渡口\n来源：江城晚报 2001-01-01\n${STORY}`;
    expect(await imported({ '江城日报/1998-03-15 第2版 要闻.txt': `甲${page}` })).toEqual({
      '江城日报/1998-03-15 第2版 要闻.txt': '江城晚报 | 2001-01-01 | - | -',
    });
    expect(await imported({ '副刊/江城日报 1998-03-15 第2版.txt': page }, '{版名}/*{版}.txt')).toEqual({
      '副刊/江城日报 1998-03-15 第2版.txt': '江城晚报 | 2001-01-01 | 2 | 副刊',
    });
    expect(await imported({ '1977/江城日报 1998-03-15.txt': `乙${page}` }, '{yyyy}/*')).toEqual({
      '1977/江城日报 1998-03-15.txt': '江城晚报 | 1977 | - | -',
    });
  });

  test('is refused with its place when it cannot be read, and no batch is begun', async () => {
    await expect(here.client.intake.begin({ rule: '{报}/{jahr}' })).rejects.toMatchObject({
      code: 'BAD_RULE',
      data: { code: 'unknown_field', at: 4, end: 10 },
    });
    await expect(here.client.intake.begin({ rule: '/(?<page>(a+)+\\1)/' })).rejects.toMatchObject({
      code: 'BAD_RULE',
      data: { code: 'back_reference' },
    });
  });
});
