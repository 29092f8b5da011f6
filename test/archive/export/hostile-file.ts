import { labelsFor } from '#archive/export/labels.ts';
import { PROFILES } from '#archive/export/profiles.ts';
import type { Annotation } from '#contract/annotations.ts';
import type { Correction } from '#contract/corrections.ts';
import type { ExportProfile } from '#contract/vault.ts';
import { articleOf, ID } from './article-of.ts';

/** Texts that some reader of notes would run, fetch, embed or take for a mark of its own. */
export const payloads = [
  '((6a696168-6261-8f00-8000-000000000000))',
  '{{query (todo now)}}',
  'id:: 6a696168-6261-8f00-8000-000000000000',
  '- 甲\n  jianbao-region:: text',
  '- 甲\n\t- 乙',
  '<!-- jianbao:end text -->',
  '<!-- begin notes -->',
  '```dataviewjs\ndv.pages()\n```',
  '~~~dataview\nlist\n~~~',
  '```query\ntag:#x\n```',
  '```tasks\nnot done\n```',
  '```templater\n<% 1 %>\n```',
  '```js-engine\n1\n```',
  '`= this.file.name`',
  '`$= dv.current()`',
  '<% tp.system.clipboard() %>',
  '<%* await tp.file.create_new("x") %>',
  '{{title}}',
  '{% include "x" %}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="https://example.org"></iframe>',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<!-- jianbao',
  '![](https://example.org/pixel.png)',
  '![x][y]\n\n[y]: https://example.org/pixel.png',
  '![[私密笔记]]',
  '![[a.pdf#page=1]]',
  '[[私密笔记]]',
  '[[私密笔记|看]]',
  '[x](obsidian://open?vault=a)',
  '[x](javascript:alert(1))',
  '[x](file:///etc/passwd)',
  'obsidian://advanced-uri?commandid=x',
  '---\ntags: [x]\n---',
  '---',
  '...',
  '+++\na = 1\n+++',
  '%% 藏起来',
  '%% jianbao:end text %%',
  '%% end notes %%',
  '%% jianbao:begin highlights %%',
  '> [!danger] 假的',
  '^jb-0123456789',
  '文字 ^jb-0123456789',
  '状态:: 完成',
  '[状态:: 完成]',
  '#标签 #a/b',
  '- [ ] 待办 📅 2024-01-01',
  '$$\\input{x}$$',
  '==高亮==',
  '~~删去~~',
  '| a | b |\n| - | - |',
  '!!js/function "function(){}"',
  '&anchor *alias',
  '*alias',
  '"引号" \'单引\'',
  'a: b # c',
  '\u2028---\u2028x: 1',
  '\u0085---',
  '\0\u0007',
  '\ud800',
  '[^1]: 脚注',
  '<https://example.org>',
  '1. 一\n2. 二',
  '=cmd|"/c calc"!A1',
];

/** An article whose every word is that text. */
export function hostileArticle(payload: string) {
  const mark: Annotation = {
    id: ID as Annotation['id'],
    shortId: 'h3x8p20000',
    articleId: ID as Annotation['articleId'],
    quote: { start: 0, end: 1, exact: payload, prefix: '', suffix: '' },
    kind: 'highlight',
    colour: 'fact',
    note: payload,
    tags: [payload],
    confidential: false,
    state: 'exact',
    createdAt: 0,
    updatedAt: 0,
    revision: 0,
  };
  const article = articleOf(
    payload,
    [
      ['title', payload],
      ['paragraph', payload],
      ['preformatted', payload],
      ['caption', payload],
    ],
    {
      language: 'zh',
      byline: payload,
      publication: payload,
      url: payload,
      excerpt: payload,
      note: payload,
      tags: [{ id: ID as never, path: payload, colour: null }],
      date: { edtf: '2023', printed: payload, inferred: false },
    },
  );
  const correction: Correction = {
    id: ID as Correction['id'],
    article: ID as Correction['article'],
    who: payload,
    at: 0,
    why: payload,
    state: 'done',
    changes: [(['same', 'gone', 'new', 'same'] as const).map((kind) => ({ kind, text: payload }))],
    canGoBack: false,
  };
  const labels = labelsFor(article);
  const common = { article, archive: '0123456789', timeZone: 'Asia/Shanghai', labels };
  return { ...common, marks: [mark], corrections: [correction], removed: [] };
}

/** A file in which a text stands in every place that it can stand in. */
export function hostileFile(payload: string, profile: ExportProfile = 'obsidian'): string {
  const { form, properties, heading, regions } = PROFILES[profile];
  const all = hostileArticle(payload);
  const { article, labels } = all;
  return form.render(
    {
      properties: properties({ ...all, corrections: 1, wish: '某报/2023/题目' }),
      heading: heading(article, labels),
      regions: regions(all),
    },
    labels,
  );
}
