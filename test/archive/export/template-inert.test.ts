import { expect, test } from 'vitest';
import { templateFields } from '#archive/export/template-fields.ts';
import { renderTemplate } from '#archive/export/template-render.ts';
import { hostileArticle, payloads } from './hostile-file.ts';

/** Everything that a filter can do to a text, and nothing that the template itself would have alive. */
const SOURCE = `{{ title | upper | lower }}
{{ title ~ authors ~ publicationTitle }}
{{ text | truncate: 40 }} {{ text | split("") | join("") }}
{% for c in creators %}{{ c.name | replace("a", "<br>") }}{{ c.link | reverse }}
{% endfor %}{% set said %}{{ abstractNote }}{% endset %}{{ said | strip }}
{% for a in annotations %}
> {{ a.annotatedText | replace("\\n", "\\n> ") }}
> {{ a.comment | strip }} {{ a.heading }} {{ a.page }} {{ a.hashTags | remove: "#" }}
{% endfor %}
{{ url }}
{{ corrections | split("”") | last }} {{ note | strip | prepend: title }} {{ said | upper }}
[x](https://example.org/?q={{ title | urlencode }})`;

/** What is read from the file itself, and what Markdown would make of it where no backslash stands before. */
const ALIVE = [
  /<%/,
  /\{\{|\{%/,
  /(?<!\\)!\[/,
  /(?<!\\)\[\[/,
  /(?<!\\)<(?!br>)[a-z!/]/i,
  /%%/,
  /(?<![\\\w])#(?!jb)[\p{L}\d]/u,
  /(?<!\\)\]\((?!jianbao:|https:\/\/example\.org)/,
  /(?:obsidian|javascript|file):\//,
  /(?<!\\)`/,
  /(?<!\\)\$/,
];

test.each(payloads)('%j stays words whatever a template does to it', (payload) => {
  const all = hostileArticle(payload);
  const fields = templateFields(all, { at: 1, before: 0 });
  const body = renderTemplate({ source: SOURCE, fields, comment: { open: '%%', close: '%%' } });
  for (const pattern of ALIVE) expect(body).not.toMatch(pattern);
});
