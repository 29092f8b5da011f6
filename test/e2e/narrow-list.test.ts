import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const LONG = '城北三条背街试行早市错时摆摊摊主与居民共议公约的第一百天';
const SHORT = '渡口札记';
const MARKED = '每小时一班';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  test.skipIf(!host.isHere)('in a narrow window a row shows all it says, and says where it goes on', async () => {
    const { rooms, complaints } = await window.open({ size: { width: 1000, height: 700 } });
    mkdirSync(window.ground.room);
    for (const title of [LONG, SHORT])
      writeFileSync(
        join(window.ground.room, `${title}.md`),
        `---\npublication: 江城日报海外版周末特刊\ndate: 2023-10-18\n---\n\n# ${title}\n\n渡船${MARKED}。${'河水在夜里涨了一寸。'.repeat(20)}\n`,
      );
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(SHORT);
    await rooms.highlight(MARKED, 'fact');
    for (const tag of ['城市/老街', '待核实', '渡口']) await rooms.tag(tag);
    const marks = rooms
      .row(SHORT)
      .getByRole('img', { name: rooms.words.library.row.highlights_other.replace('{{count}}', '1') });
    await marks.waitFor();

    const foot = await rooms.row(SHORT).evaluate((row) => {
      const { right } = row.getBoundingClientRect();
      return [...row.querySelectorAll('span')].filter((part) => part.getBoundingClientRect().right > right).length;
    });
    expect(foot).toBe(0);
    // Whole lines, the last with an ellipsis: under a title of one line two of them, under one of two lines one.
    const lines = (title: string) =>
      rooms
        .row(title)
        .locator('[dir="auto"]')
        .evaluateAll(([, excerpt]) => {
          const text = excerpt?.firstElementChild as HTMLElement;
          return { shown: text.offsetHeight / 20, isCut: text.scrollHeight > text.clientHeight };
        });
    expect([await lines(SHORT), await lines(LONG)]).toEqual([
      { shown: 2, isCut: true },
      { shown: 1, isCut: true },
    ]);
    expect(complaints.list()).toEqual([]);
  });
});
