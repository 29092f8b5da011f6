import { describe, expect, test } from 'vitest';
import { TemplateStopped } from '#archive/export/template-fault.ts';
import { renderTemplate } from '#archive/export/template-render.ts';
import { type Fields, textAsMarkdown } from '#archive/export/template-values.ts';

const text = (plain: string) => ({ $plain: plain, markdown: textAsMarkdown(plain) });
const FIELDS: Fields = {
  title: text('A*B'),
  language: 'zh-CN',
  count: 3,
  nothing: [],
  blankText: text(''),
  date: '2018-11-05',
  year: '2018',
  creators: [{ lastName: '', name: text('林月') }],
  tags: [{ tag: '核查/待核' }, { tag: '船' }],
  annotations: [
    { annotatedText: text('水位3~5米'), colorCategory: 'Yellow', date: '2026-01-01T08:00:00' },
    { annotatedText: text('第一段\n第二段'), colorCategory: 'Red', date: '2026-02-01T08:00:00' },
  ],
  importDate: '2026-03-01T08:00:00',
};
const COMMENT = { open: '%%', close: '%%' };
const write = (source: string, more: Fields = {}) =>
  renderTemplate({ source, fields: { ...FIELDS, ...more }, comment: COMMENT });

function stop(source: string) {
  try {
    return write(source);
  } catch (error) {
    if (!(error instanceof TemplateStopped)) throw error;
    const { line, reason, what } = error;
    return { line, reason, what };
  }
}

describe('what people write for Nunjucks or for Liquid is understood', () => {
  test.each([
    ['{{ tags | map("tag") | join(", ") }}', '核查/待核, 船'],
    ['{{ tags | map: "tag" | join: ", " }}', '核查/待核, 船'],
    [
      '{% for t in tags %}{{ loop.index }}#{{ t.tag }}{% if not loop.last %} {% endif %}{% endfor %}',
      '1#核查/待核 2#船',
    ],
    ['{% for t in tags %}{{ forloop.rindex }}{{ loop.revindex0 }}{% endfor %}', '2110'],
    [
      '{% for t in tags reversed %}{{ t.tag }}{% endfor %}{% for t in tags limit: 1 %}+{{ t.tag }}{% endfor %}',
      '船核查/待核+核查/待核',
    ],
    ['{% for n in nothing %}x{% else %}none{% endfor %}', 'none'],
    ['{% if annotations.length > 1 and not blankText %}yes{% elif count %}no{% endif %}', 'yes'],
    ['{% if creators|length == 1 %}one{% else %}more{% endif %}', 'one'],
    ['{{ creators[0].lastName or creators[0].name }}', '林月'],
    ['{{ "many" if count > 2 else "few" }} {{ "x" if nothing.length }}', 'many'],
    ['{% set a = "x" %}{% set b %}{{ a }}y{% endset %}{{ a ~ b ~ 1 }} {{ count + 1 }} {{ count - 1 }}', 'xxy1 4 2'],
    ['{% assign a = tags | size | plus: 1 %}{% capture b %}<{{ a }}>{% endcapture %}{{ b }}', '<3>'],
    ["a{# of two\nlines #}b{%- # and one of Liquid%'s -%} c", 'abc'],
    ['{% if "船" in tags | map("tag") %}in{% endif %}{% if title contains "*" %}has{% endif %}', 'inhas'],
    ['{% if count is defined and other is not defined %}so{% endif %}', 'so'],
    ['{% case count %}{% when 1 or 2 %}few{% when 3, 4 %}some{% else %}many{% endcase %}', 'some'],
    [
      '{{ date | format("YYYY年M月D日 dddd") }}; {{ date | format: "DD.MM.YY" }}; {{ date | date: "%Y" }}',
      '2018年11月5日 星期一; 05.11.18; 2018',
    ],
    ['{{ date.format("MMM Do [of] YYYY") }}', '11月 5 of 2018'],
    ['{{ year | format("YYYY-MM-DD") }}', '2018'],
    ['{{ "now" | date: "%Y-%m" }}', '2026-03'],
    [
      '{% for a in annotations | filterby("date", "dateafter", "2026-01-15") %}{{ a.colorCategory }}{% endfor %}',
      'Red',
    ],
    ['{% for a in annotations | sort(attribute="date") | reverse %}{{ a.colorCategory }} {% endfor %}', 'Red Yellow'],
    [
      '{% for g in annotations | group_by("colorCategory") %}{{ g.name }}{{ g.items.length }} {% endfor %}',
      'Yellow1 Red1',
    ],
    ['{{ annotations | where: "colorCategory", "Red" | size }} {{ nobody.knows[3].this | upper }}|', '1 |'],
    ['{% raw %}{{ title }}{% endraw %}{% comment %}{% nothing %}{% endcomment %}', '{{ title }}'],
    ['{{- title -}}\n  x {{ [1, 2] | join("-") }} {{ (count + 1) * 2 }}', 'A\\*Bx 1-2 8'],
  ])('%s', (source, expected) => {
    expect(stop(source)).toBe(expected);
  });
});

describe('what is not understood is named with its line', () => {
  test.each([
    ['# {{ title }}\n\n{{ title | shout }}', { line: 3, reason: 'unknown_filter', what: 'shout' }],
    ['{% for n in nothing %}\n{{ n | shout: 1 }}{% endfor %}', { line: 2, reason: 'unknown_filter', what: 'shout' }],
    ['\n{% include "other.md" %}', { line: 2, reason: 'unknown_tag', what: 'include' }],
    ['\n\n{%- macro row(x) -%}', { line: 3, reason: 'unknown_tag', what: 'macro' }],
    ['{% if title %}\n{% for t in tags %}\n{% endif %}', { line: 3, reason: 'not_begun', what: 'endif' }],
    ['text\n{% for t in tags %}\n{{ t.tag }}', { line: 2, reason: 'not_closed', what: 'for' }],
    ['text\n\n{{ title', { line: 3, reason: 'not_closed', what: '{{ title' }],
    ['{{\n\n title }}\n{{ title title }}', { line: 4, reason: 'not_understood', what: 'title' }],
    ['{% for key, value in tags %}{% endfor %}', { line: 1, reason: 'not_understood', what: 'key, value in tags' }],
    [
      '{% comment %}\n\n{% endcomment %}{# \n #}{{ open("/etc/passwd") }}',
      { line: 4, reason: 'not_understood', what: '("/etc/passwd")' },
    ],
    ['{% persist "../x" %}{% endpersist %}', { line: 1, reason: 'bad_name', what: '"../x"' }],
    ['{% for t in tags %}\n{% persist "x" %}{% endpersist %}{% endfor %}', { line: 2, reason: 'bad_name', what: 'x' }],
    ['---\ntitle: "{{ title }}"\n---\n# {{ title }}', { line: 1, reason: 'front_matter', what: '---' }],
    ['a\n{% else %}', { line: 2, reason: 'not_begun', what: 'else' }],
  ])('%s', (source, expected) => {
    expect(stop(source)).toEqual(expected);
  });
});

describe('what would grow without end is stopped', () => {
  test.each([
    ['a\n{% for i in (1..99999999) %}x{% endfor %}', 2],
    ['{% set a = "xxxxxxxx" %}\n{% for i in (1..64) %}\n{% set a = a ~ a %}{% endfor %}', 3],
    ['{% set a = "x,x" %}\n\n{% for i in (1..64) %}{% set a = a | replace(",", "," ~ a ~ ",") %}{% endfor %}', 3],
  ])('%s', (source, line) => {
    expect(stop(source)).toMatchObject({ line, reason: 'too_large' });
  });
});

describe('nothing but fields is seen', () => {
  test.each([
    '{{ title.constructor }}{{ title.valueOf }}{{ title.__proto__ }}{{ title["toString"] }}',
    '{{ tags.constructor.constructor }}{{ tags[0].__proto__ }}{{ "".constructor }}',
    '{{ tags | map("constructor") | first }}{{ loop }}{{ forloop.constructor }}',
    '{{ process }}{{ globalThis }}{{ require }}{{ this }}',
  ])('%s', (source) => {
    expect(write(source)).toBe('');
  });
});

describe('what comes from an article is written as text, whatever is done to it', () => {
  const evil = '<% tp.x() %> [[链接]] #标签 ==亮== $x$ **b** ^id <b>';
  const safe = textAsMarkdown(evil);
  test.each([
    ['{{ evil }}', safe],
    ['{{ evil | safe }}{{ evil | escape | raw }}', safe + safe],
    ['{{ evil | upper | lower }}', safe],
    ['{{ evil | split(" ") | join(" ") }}', safe],
    ['{{ evil | replace("<% ", "") }}', textAsMarkdown(evil.replace('<% ', ''))],
    ['{% for part in evil %}{{ part }}{% endfor %}', safe],
    ['{% set a = evil %}{% set b %}{{ a }}{% endset %}{{ b }}', safe],
    ['{% set b %} {{ evil }} {% endset %}{{ b | trim }}', safe],
    ['{% set b %}{{ evil }}{% endset %}{{ b | replace("\\\\", "") }}', textAsMarkdown(safe.replaceAll('\\', ''))],
    ['{{ evil | default("x") }}', safe],
    ['{{ nothing | default(evil) }}'.replace('nothing', 'nobody'), safe],
    ['{{ [evil] | first }}{{ "" ~ evil }}', safe + safe],
  ])('%s', (source, expected) => {
    expect(write(source, { evil: text(evil) })).toBe(expected);
  });

  test('where two fields, or a field and the template, meet, nothing comes alive', () => {
    const parts = { eq: text('='), less: text('<'), brace: text('{'), percent: text('%'), colon: text('k:') };
    expect(write('{{ eq }}{{ eq }}x={{ eq }}', parts)).toBe('=\\=x=\\=');
    expect(write('{{ less }}% x', parts)).toBe('&lt;% x');
    expect(write('{{ brace }}{{ percent }} {{ percent }}{{ percent }}', parts)).toBe('{\\% %\\%');
    expect(write('{{ colon }}:v', parts)).toBe('k\\::v');
  });

  test('further lines of a field begin as its line does', () => {
    const quote = '{% for a in annotations %}{{ "> - " }}{{ a.annotatedText }}\n{% endfor %}';
    expect(write(quote)).toBe('> - 水位3\\~5米\n> - 第一段\n>\n>   第二段');
    // As templates for the Zotero plug-in have it.
    expect(write('> {{ annotations[1].annotatedText | replace("\\n", "\\n> ") }}')).toBe('> 第一段\n> 第二段');
    expect(write('{{ annotations[1].annotatedText | nl2br }}')).toBe('第一段<br>第二段');
  });

  test('in an address it is numbers', () => {
    expect(write('obsidian://search?query={{ title | urlencode }}')).toBe('obsidian://search?query=A%2AB');
  });
});

test('what is kept stands between comments of its own lines', () => {
  expect(write('- {% persist "想法" %}x{% endpersist %} after\n{%- persist "b" %}{% endpersist -%}')).toBe(
    '-\n%% begin 想法 %%\n\nx\n\n%% end 想法 %%\nafter\n%% begin b %%\n\n%% end b %%'
      .replace('-\n', '- \n')
      .replace('\nafter', '\n after'),
  );
});
