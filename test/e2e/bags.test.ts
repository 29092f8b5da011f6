import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bagStrings } from '../../renderer/src/strings/bags.ts';
import { faultsOf } from '../archive/bags/checklist.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const TITLES = ['渡口水位公布', '茶厂夏季停工'];

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  here('an archive goes out as a bag, comes back without doubling anything, and a changed one is refused', async () => {
    const { page, rooms, complaints } = await window.open();
    const { words } = rooms;
    mkdirSync(window.ground.room, { recursive: true });
    for (const title of TITLES)
      writeFileSync(join(window.ground.room, `${title}.txt`), `${title}\n\n${title}，摆渡人说。\n`);
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();

    await rooms.command(words.export.command);
    const dialog = page.getByRole('dialog', { name: words.export.title });
    await dialog.getByRole('button', { name: words.export.as }).click();
    await page.getByRole('option', { name: words.export.forms.bag, exact: true }).click();
    const said = await rooms.exportTo('笔记');
    const place = join(window.ground.home, '笔记');
    const [name = ''] = readdirSync(place);
    expect(said).toContain(name);
    const bag = join(place, name);
    expect(faultsOf(bag)).toEqual([]);

    await rooms.drop([bag]);
    expect(await rooms.waitForImport()).toContain(words.intake.known_other.replace('{{count}}', '2'));
    await rooms.dismissImport();

    const path = 'data/events.jsonl';
    writeFileSync(join(bag, path), `${readFileSync(join(bag, path), 'utf8')}\n`);
    await rooms.drop([bag]);
    expect(await rooms.waitForImport()).toContain(bagStrings['zh-Hans'].reasons.wrong_sum.replace('{{file}}', path));
    expect(complaints.list()).toEqual([]);
  });
});
