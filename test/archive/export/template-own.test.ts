import { expect, test } from 'vitest';
import { readOwnFile } from '#archive/export/own-file.ts';

test.each([
  ['---\njianbao_id: "7k2m9q4d0a"\n---\n', '%%', '%%'],
  ['title:: 渡口\njianbao-id:: 7k2m9q4d0a\n\n', '- <!--', '-->'],
])('of a file that a template wrote only what the person wrote is read: %j', (front, open, close) => {
  const file = `${front}${open} jianbao:begin template ${close}\n\n- 我们写的\n\n${open} begin 想法 ${close}\n\n想到的\n\n${open} end 想法 ${close}\n\n- 也是我们写的\n\n${open} jianbao:end template ${close}\n\n末尾的话\n`;
  for (const lineEnds of [file, file.replaceAll('\n', '\r\n')])
    expect(readOwnFile(lineEnds)).toMatchObject({
      shortId: '7k2m9q4d0a',
      text: undefined,
      marks: [],
      words: '想到的\n\n末尾的话',
    });
});
