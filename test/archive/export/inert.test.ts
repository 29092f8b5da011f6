import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderText } from '#archive/export/article-text.ts';
import { visibleLines } from '#archive/export/escape.ts';
import { labelsFor } from '#archive/export/labels.ts';
import { quietMarkdown } from '#archive/export/note-markdown.ts';
import { tagName } from '#archive/export/properties.ts';
import { renderHeading } from '#archive/export/render.ts';
import { articleOf } from './article-of.ts';
import { hostileFile, payloads } from './hostile-file.ts';
import { mdastLines } from './rendered.ts';

const gfm = unified().use(remarkParse).use(remarkGfm);
const shownByGfm = (markdown: string) => mdastLines(gfm.runSync(gfm.parse(markdown)) as Root);

/** What is read from the file itself, whatever Markdown says about it. */
const aliveAnywhere = [/<%/, /\{\{|\{%/];
/** What is read from Markdown, outside of text that is set as it was typed. */
const aliveInMarkdown = [
  /^[>\s]*(?:```|~~~)[ \t]*(?!text\b)\S*(?:data|query|task|templ|engine)/m,
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
    const file = hostileFile(payload);
    const [, yaml = '', body = ''] = file.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];

    for (const pattern of aliveAnywhere) expect(file).not.toMatch(pattern);
    const typed = renderText(articleOf('题目', [['preformatted', payload]]));
    for (const pattern of aliveInMarkdown) expect(body.replace(typed, '')).not.toMatch(pattern);
    // The front matter is what we meant it to be, no key more, none a document of its own.
    const read = parse(yaml) as Record<string, unknown>;
    expect(
      Object.keys(read).filter(
        (key) =>
          !/^(?:title|source|jianbao|author|published|created|updated|description|tags|aliases|publication|language|jianbao_id|jianbao_rev|source_sha256|corrections|jianbao_tags)$/.test(
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
    expect(renderHeading(articleOf(payload, []), labels).split('\n')).toHaveLength(1);
  });
});

describe('nothing to run in the files of other profiles', () => {
  test.each(['commonmark', 'readwise', 'omnivore'] as const)('%s', (profile) => {
    for (const payload of payloads) {
      const body = hostileFile(payload, profile).replace(/^---\n[\s\S]*?\n---\n/, '');
      for (const pattern of aliveAnywhere) expect(body, payload).not.toMatch(pattern);
      const ours = body.match(/^(?:%%|<!--) (?:jianbao:)?(?:begin|end) \w+ (?:%%|-->)$/gm) ?? [];
      expect(new Set(ours).size, payload).toBe(ours.length);
      expect((body.match(/%%|(?<!\\)<!--/g) ?? []).length, payload).toBe(
        ours.length * (profile === 'omnivore' ? 2 : 1),
      );
      const typed = renderText(articleOf('题目', [['preformatted', payload]]));
      const written = body.replace(typed, '').replace(/<!--.*-->|<a id="jb-\w+"><\/a>/g, '');
      for (const pattern of aliveInMarkdown) expect(written, payload).not.toMatch(pattern);
    }
  });

  test('logseq: no bullet, property, reference or query but ours', () => {
    for (const payload of payloads) {
      const file = hostileFile(payload, 'logseq');
      for (const pattern of aliveAnywhere) expect(file, payload).not.toMatch(pattern);
      const [properties = '', ...rest] = file.split(/\n(?=- )/);
      expect(
        properties.split('\n').filter((line) => !/^[a-z][a-z\d-]*:: /.test(line) && line !== ''),
        payload,
      ).toEqual([]);
      const body = rest.join('\n');
      // The last bullet is the person's.
      expect(body.match(/^ {2}jianbao-region:: \w+$/gm)?.length, payload).toBe(rest.length - 1);
      const typed = renderText(articleOf('题目', [['preformatted', payload]]))
        .split('\n')
        .map((line) => `\t  ${line}`.trimEnd())
        .join('\n')
        .slice(4);
      const written = body.replace(typed, '');
      const own = /^(?: {2}|\t {2})(?:jianbao-region|id|hl-color):: \S+$/gm;
      // A person's note may refer to whatever they like.
      const note = quietMarkdown(payload).split('\n').join('\n\t\t  ');
      expect(
        written.replace(own, '').replaceAll(note, '').replaceAll(note.replaceAll('\t\t', '\t'), ''),
        payload,
      ).not.toMatch(/::|(?<!\\)\(\(/);
      for (const pattern of aliveInMarkdown) expect(written, payload).not.toMatch(pattern);
    }
  });
});
