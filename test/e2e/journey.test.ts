import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS, makeGround, type OpenedWindow } from './hosts.ts';
import { enterRooms, type Rooms } from './rooms.ts';

/** The main job, from a folder on the disk to a folder of notes, on every host that is here. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  let ground = makeGround();
  let opened: OpenedWindow | undefined;
  beforeEach(() => {
    ground = makeGround();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    ground.clear();
  });

  async function open(): Promise<OpenedWindow & { rooms: Rooms }> {
    opened = await host.open(ground);
    return { ...opened, rooms: enterRooms(opened.page) };
  }

  /** A folder as one finds it: our samples, and files that are none. */
  function fillFolder(): string {
    const folder = join(ground.home, '..', '剪下来的');
    mkdirSync(join(folder, '子文件夹'), { recursive: true });
    cpSync('resources/samples', folder, { recursive: true });
    cpSync('resources/samples/reading-note.md', join(folder, '子文件夹', '同一篇.md'));
    writeFileSync(join(folder, '空.txt'), '');
    writeFileSync(join(folder, '图.txt'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 255, 254]));
    return folder;
  }

  const here = test.skipIf(!host.isHere);

  here('a folder is dropped: its files become articles, what is no text is refused by name', async () => {
    const { page, rooms, complaints } = await open();
    await rooms.drop([fillFolder()]);
    const said = await rooms.waitForImport();
    expect(said).toContain(rooms.words.intake.reasons.empty);
    expect(said).toContain(rooms.words.intake.reasons.binary);
    expect(said).toContain('同一篇.md');
    await rooms.dismissImport();
    for (const title of ['柳荫巷：一条老街的', '夜市收摊以后，灯还亮着', '读报札记', '旧报人日记三则']) {
      await rooms.search(title.slice(0, 4));
      await rooms.result(title).first().waitFor();
    }
    await page.reload();
    await rooms.results.waitFor();
    expect(complaints.list()).toEqual([]);
  });
});
