import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

/** The first letter is Cyrillic. */
const LOOKALIKE = 'https://аpple.example/a?b=c';
const REAL = 'xn--pple-43d.example';

/** Electron asks with the system's dialog, which the tests of its shell answer. */
describe.each(JOURNEY_HOSTS.slice(0, 1))('$name', (host) => {
  const window = useWindow(host);
  const { PATH } = process.env;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  test.skipIf(!host.isHere)('an address outside is opened only after its real host was shown', async () => {
    const { ground } = window;
    // In the place of what opens addresses on Linux and macOS; Windows has no such program to stand in for.
    const programs = join(ground.home, 'programs');
    const log = join(ground.home, 'opened.txt');
    mkdirSync(programs);
    for (const name of ['xdg-open', 'open'])
      writeFileSync(join(programs, name), `#!/bin/sh\nprintf '%s\\n' "$@" >>'${log}'\n`, { mode: 0o755 });
    process.env.PATH = [programs, PATH].join(delimiter);
    mkdirSync(ground.room);
    writeFileSync(join(ground.room, '渡口.md'), `---\nurl: "${LOOKALIKE}"\n---\n\n# 渡口\n\n渡口新添两艘渡船。\n`);
    const { page, rooms, complaints } = await window.open();
    await rooms.places.waitFor();
    await rooms.drop([ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open('渡口');

    const { title, open } = rooms.words.app.outside;
    const link = rooms.article.getByRole('button', { name: REAL });
    const dialog = page.getByRole('dialog', { name: title });
    await link.click();
    await dialog.getByText(REAL, { exact: true }).waitFor();
    await dialog.getByText(`https://${REAL}/a?b=c`, { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(existsSync(log)).toBe(false);

    if (process.platform !== 'win32') {
      await link.click();
      await dialog.getByRole('button', { name: open }).click();
      await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toBe(`https://${REAL}/a?b=c\n`);
    }
    expect(page.context().pages()).toHaveLength(1);
    expect(complaints.list()).toEqual([]);
  });
});
