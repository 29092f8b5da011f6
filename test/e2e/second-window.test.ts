import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { enterRooms, listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '两扇窗';
const WORDS = '同一间档案室';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  here('a key opens the article in a second window; what is done in one is seen in the other', async () => {
    const { page, rooms, complaints } = await window.open();
    await rooms.places.waitFor();
    mkdirSync(window.ground.room, { recursive: true });
    writeFileSync(join(window.ground.room, '窗.md'), `# ${TITLE}\n\n两个人在${WORDS}里读报。\n`);
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await page.keyboard.press('j');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    const opening = page.context().waitForEvent('page');
    await page.keyboard.press('Shift+W');
    const other = await opening;
    const second = enterRooms(other);
    await second.article.getByRole('heading', { name: TITLE }).waitFor();

    await second.highlight(WORDS, 'question');
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-question': [WORDS] });
    await rooms.tag('档案');
    await second.article.getByRole('group', { name: second.words.reader.tags.label }).getByText('档案').waitFor();
    // Closing one leaves the other as it is.
    await other.close();
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    expect(complaints.list()).toEqual([]);
  });
});
