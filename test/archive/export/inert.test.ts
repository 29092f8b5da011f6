import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { visibleLines } from '#archive/export/escape.ts';
import { renderFile } from '#archive/export/file-text.ts';
import { labelsFor } from '#archive/export/labels.ts';
import { propertiesOf, tagName } from '#archive/export/properties.ts';
import { renderHeading, renderRegions, renderText } from '#archive/export/render.ts';
import type { Annotation } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import { articleOf, ID } from './article-of.ts';
import { mdastLines } from './rendered.ts';

function fileOf(article: Article, marks: readonly Annotation[] = [], corrections: readonly Correction[] = []): string {
  const labels = labelsFor(article);
  const common = { article, archive: '0123456789', timeZone: 'Asia/Shanghai', labels };
  return renderFile(
    {
      properties: propertiesOf({ ...common, corrections: corrections.length }),
      heading: renderHeading(article, labels),
      regions: renderRegions({ ...common, marks, corrections, removed: [] }),
    },
    labels,
  );
}

const gfm = unified().use(remarkParse).use(remarkGfm);
const shownByGfm = (markdown: string) => mdastLines(gfm.runSync(gfm.parse(markdown)) as Root);

const payloads = [
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

/** What is read from the file itself, whatever Markdown says about it. */
const aliveAnywhere = [/<%/, /\{\{|\{%/];
/** What is read from Markdown, outside of text that is set as it was typed. */
const aliveInMarkdown = [
  /^[>\s]*(?:```|~~~)\s*(?!text\b)\S*(?:data|query|task|templ|engine)/m,
  /(?<!\\)`\$?=/,
  /(?<!\\)!\[/,
  // A note may hold an address in angle brackets.
  /(?<!\\)<(?!https?:)[a-z!/]/i,
  /(?:obsidian|javascript|file):\//,
  /(?<!\\)\]\((?!jianbao:)/,
];

describe('a vault has nothing to run', () => {
  const labels = labelsFor({ language: 'zh', title: '', body: '' });
  test.each(payloads)('%j stays words in every place it can stand', (payload) => {
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
    const file = fileOf(article, [mark], [correction]);
    const [, yaml = '', body = ''] = file.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];

    for (const pattern of aliveAnywhere) expect(file).not.toMatch(pattern);
    const typed = renderText(articleOf('题目', [['preformatted', payload]]));
    for (const pattern of aliveInMarkdown) expect(body.replace(typed, '')).not.toMatch(pattern);
    // The front matter is what we meant it to be, no key more, none a document of its own.
    const read = parse(yaml) as Record<string, unknown>;
    expect(
      Object.keys(read).filter(
        (key) =>
          !/^(?:title|source|jianbao|author|published|created|updated|description|tags|aliases|publication|language|jianbao_id|jianbao_rev|source_sha256|corrections)$/.test(
            key,
          ),
      ),
    ).toEqual([]);
    expect(
      Object.values(read)
        .flat()
        .filter((value) => typeof value === 'string' && value.includes('[[')),
    ).toEqual([]);
    // Our own marks stand where they should, once.
    expect(body.match(/^%% .* %%$/gm)).toEqual([
      ...['text', 'corrections', 'note', 'highlights'].flatMap((name) =>
        body.includes(`begin ${name} `) ? [`%% jianbao:begin ${name} %%`, `%% jianbao:end ${name} %%`] : [],
      ),
      '%% begin notes %%',
      '%% end notes %%',
    ]);
    expect(body.match(/^\^[\w-]+$/gm)).toEqual(['^jb-h3x8p20000']);
    expect((body.match(/%%/g) ?? []).length).toBe((body.match(/^%% .* %%$/gm) ?? []).length * 2);
    // And it can still be read.
    const paragraph = renderText(articleOf('题目', [['paragraph', payload]]));
    expect(shownByGfm(paragraph)).toEqual(visibleLines(payload));
    expect(paragraph).not.toMatch(/(?<!\\)#|::|(?<!\\)\^/);
    expect(tagName(payload)).not.toMatch(/[\s#[\]<>%{}`]/);
    expect(renderHeading(article, labels).split('\n')).toHaveLength(1);
  });
});
