import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder as one finds it: the samples, one of them twice, and files that are none. */
export function fillFolder(room: string): string {
  const folder = join(room, '剪下来的');
  mkdirSync(join(folder, '子文件夹'), { recursive: true });
  cpSync('resources/samples', folder, { recursive: true });
  cpSync('resources/samples/reading-note.md', join(folder, '子文件夹', '同一篇.md'));
  writeFileSync(join(folder, '空.txt'), '');
  writeFileSync(join(folder, '图.txt'), new Uint8Array([7, 0, 1, 2, 3, 0, 0, 255, 254, 0, 0, 144, 0, 9, 0, 0, 31, 0]));
  return folder;
}

/** Plain notes, each of its own: enough of them that something can happen on the way. */
export function makePages(room: string, count: number): string {
  const folder = join(room, '一年的札记');
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const body = `第${number}则。河水在夜里涨了${number}毫米，桥下的刻度记得很清楚。`.repeat(30);
    writeFileSync(join(folder, `札记 ${String(number).padStart(4, '0')}.txt`), `札记之${number}\n\n${body}\n`);
  }
  return folder;
}
