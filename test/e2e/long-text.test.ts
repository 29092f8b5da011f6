import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const SOUGHT = '客流平稳';
const LINE = `${`渡口今日${SOUGHT}，船照开。`.repeat(100)}\n`;

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  test.skipIf(!host.isHere)(
    'a text too long to read whole is opened at one of more than a hundred thousand hits',
    async () => {
      const { page, rooms, complaints } = await window.open();
      mkdirSync(window.ground.room);
      writeFileSync(join(window.ground.room, 'long.txt'), LINE.repeat(1_800));
      await rooms.drop([window.ground.room]);
      expect(await rooms.waitForImport()).toContain(rooms.words.intake.notices.text_too_long);
      await rooms.dismissImport();
      await rooms.search(SOUGHT);
      await rooms.result('long').click();
      const hits = page.getByRole('toolbar', { name: rooms.words.reader.hits.label });
      await expect.poll(() => hits.innerText()).toMatch(/^1 \/ 1[2-9]\d{4}\D/);
      const shown = async () => (await listPainted(page))['hit-now'];
      await expect.poll(shown).toEqual([SOUGHT]);
      await hits.getByRole('button', { name: rooms.words.reader.hits.next }).click();
      await expect.poll(() => hits.innerText()).toMatch(/^2 \/ /);
      expect(complaints.list()).toEqual([]);
    },
  );
});
