import { expect, test } from 'vitest';
import { quietMarkdown } from '#archive/export/note-markdown.ts';

test('ordinary Markdown of a note stays as it was written', () => {
  const note =
    '**重要** 见 [官网](https://example.org) 与 [[另一条笔记]] #核查/待核\n\n- 一\n- 二\n\n```js\nconst a = 1;\n```\n\n`code` ~~旧~~ 3 < 5';
  expect(quietMarkdown(note)).toBe(note);
});

test.each([
  ['```dataviewjs\ndv.list()\n```', '```text dataviewjs\ndv.list()\n```'],
  ['~~~ templater\nx\n~~~', '~~~text  templater\nx\n~~~'],
  ['````query\nx\n````', '````text query\nx\n````'],
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
  ['甲 <b>乙</b>', '甲 \\<b>乙\\</b>'],
  ['<!-- 半截', '\\<!-- 半截'],
  ['![图](https://example.org/x.png)', '!\\[图\\](https:\\//example.org/x.png)'],
  ['![[别的笔记]]', '!\\[\\[别的笔记]]'],
  ['<% tp.file.create_new() %>', '&lt;% tp.file.create_new() %>'],
  ['`= this.file`', '\\`= this.file\\`'],
  ['`$= dv.pages()`', '\\`\\$= dv.pages()\\`'],
  ['见 obsidian://open?vault=x', '见 obsidian:\\//open?vault=x'],
  ['{{title}}', '&#123;{title}}'],
  ['%%藏起来', '%\\%藏起来'],
  ['%%%', '%\\%\\%'],
  ['假的块 ^jb-0123456789', '假的块 \\^jb-0123456789'],
  ['[点](obsidian://open?vault=x)', '\\[点\\](obsidian:\\//open?vault=x)'],
  ['[点](javascript:alert(1))', '\\[点\\](javascript:alert(1))'],
])('%j is made quiet', (note, quiet) => {
  expect(quietMarkdown(note)).toBe(quiet);
});
