import { expect, test } from 'vitest';
import { documentOf, store, temporaryArchive } from '../temporary-archive.ts';
import { withMarks } from './pages.ts';

const DAY = { edtf: '2023-06-02', printed: null, inferred: true };

test('English stories find their other half by page and words, whatever stands first on the page', async () => {
  const here = await temporaryArchive();
  try {
    const front = documentOf(
      [
        {
          title: 'Council backs the lock repair',
          paragraphs: [
            'HARROW VALE - The council voted seven to two on Thursday to repair the Ellerby lock before winter.',
            'Dredging upstream has been put off twice since 2019, and the lockkeeper, Ada Quill, said the gates',
            '(Continued on page A4)',
          ],
        },
        {
          title: 'Bakers ask for a later market',
          paragraphs: [
            'Six bakers asked the market office to open stalls at seven rather than five. Their ovens are heated by gas',
            '(Continued on page A4)',
          ],
        },
      ],
      { publication: 'The Harrow Vale Courier', pageLabel: 'A1', date: DAY },
    );
    const inside = documentOf(
      [
        {
          title: 'Market',
          paragraphs: [
            '(Continued from page A1)',
            'that is dearer before six. Stalls rent for nine pounds a day, and the bakers pay twice.',
          ],
        },
        {
          title: 'Lock',
          paragraphs: [
            '(Continued from page A1)',
            'no longer close. Ellerby is the last lock that is worked by hand; Quill has kept it for thirty years.',
          ],
        },
      ],
      { publication: 'The Harrow Vale Courier', pageLabel: 'A4', date: DAY },
    );
    await store(here, withMarks(front), 'A1.txt');
    await store(here, withMarks(inside), 'A4.txt');
    const { items } = await here.client.jumps.list({ show: 'pairs' });
    expect(items.map(({ title, toPage, candidates }) => [title, toPage, candidates[0]?.title])).toEqual([
      ['Council backs the lock repair', 'A4', 'Lock'],
      ['Bakers ask for a later market', 'A4', 'Market'],
    ]);
  } finally {
    await here.close();
  }
});

test('without paper or day the files of one folder are looked at together, and those of another are not', async () => {
  const here = await temporaryArchive();
  try {
    const first = { title: '渡口', paragraphs: ['渡口添了电渡船，船长戚满仓开了二十六年船，', '（下转第4版）'] };
    const second = { title: '渡船', paragraphs: ['（上接第1版）', '戚满仓说，渡口的电渡船靠岸时听得见水声。'] };
    await store(here, withMarks(documentOf([first], { pageLabel: '1' })), '甲/1.txt');
    await store(here, withMarks(documentOf([second], { pageLabel: '4' })), '乙/4.txt');
    expect((await here.client.jumps.list({})).items.map(({ candidates }) => candidates.length)).toEqual([0, 0]);
    await store(here, withMarks(documentOf([{ ...second, title: '渡船二' }], { pageLabel: '4' })), '甲/4.txt');
    const { items } = await here.client.jumps.list({ show: 'pairs' });
    expect(items.map(({ title, candidates }) => [title, candidates.map((one) => one.title)])).toEqual([
      ['渡船', []],
      ['渡口', ['渡船二']],
    ]);
  } finally {
    await here.close();
  }
});
