import type { ExportProfile } from '#contract/vault.ts';

const OBSIDIAN = `# {{ title }}
{% if text %}
{{ text }}
{% endif %}
{%- if corrections %}
> [!info]- {{ correctionsTitle }}
> {{ corrections }}
{% endif %}
{%- if note %}
> [!note] {{ labels.note }}
> {{ note }}
{% endif %}
{%- if annotations.length or removed.length %}
## {{ labels.highlights }}
{% for a in annotations %}
> [!{% if a.state == "changed" %}warning{% elif a.state == "orphan" %}failure{% else %}quote{% endif %}|{{ a.colour }}] {{ a.heading }}
> {{ a.annotatedText }}
>
{%- if a.comment %}
> **{{ labels.remark }}**{% if a.commentIsPlain %} {{ a.comment }}{% else %}
>
> {{ a.comment }}{% endif %}
>
{%- endif %}
{%- if a.tags.length %}
> {% for t in a.tags %}#{{ t.tag }}{% if not loop.last %} {% endif %}{% endfor %}
>
{%- endif %}
> [{{ labels.openHere }}]({{ a.link }})

^{{ a.blockId }}
{% endfor %}
{%- for a in removed %}
> [!failure] {{ labels.removed }}

^{{ a.blockId }}
{% endfor %}
{%- endif %}
## {{ labels.myNotes }}
{% persist "notes" %}{% endpersist %}
`;

const COMMONMARK = `# {{ title }}
{% if text %}
{{ text }}
{% endif %}
{%- if corrections %}
## {{ correctionsTitle }}

{{ corrections }}
{% endif %}
{%- if note %}
## {{ labels.note }}

{{ note }}
{% endif %}
{%- if annotations.length or removed.length %}
## {{ labels.highlights }}
{% for a in annotations %}
### <a id="{{ a.blockId }}"></a>{{ a.heading }}

> {{ a.annotatedText }}
{% if a.comment %}
{{ a.comment }}
{% endif %}
{% for t in a.tags %}\\#{{ t.tag }} {% endfor %}[{{ labels.openHere }}]({{ a.link }})
{% endfor %}
{%- for a in removed %}
### <a id="{{ a.blockId }}"></a>{{ labels.removed }}
{% endfor %}
{%- endif %}
## {{ labels.myNotes }}
{% persist "notes" %}{% endpersist %}
`;

const OMNIVORE = `# {{ title }}
{% if text %}
{{ text }}
{% endif %}
{%- if corrections %}
## {{ correctionsTitle }}

{{ corrections }}
{% endif %}
{%- if note %}
## {{ labels.note }}

{{ note }}
{% endif %}
{%- if annotations.length or removed.length %}
## {{ labels.highlights }}
{% for a in annotations %}
> {{ a.annotatedText }} [⤴️]({{ a.link }}){% for t in a.tags %} #{{ t.tag }}{% endfor %} ^{{ a.blockId }}
{% if a.state != "sound" %}
{{ a.heading }}
{% endif %}
{%- if a.comment %}
{{ a.comment }}
{% endif %}
{%- endfor %}
{%- for a in removed %}
> {{ labels.removed }} ^{{ a.blockId }}
{% endfor %}
{%- endif %}
## {{ labels.myNotes }}
{% persist "notes" %}{% endpersist %}
`;

const READWISE = `# {{ title }}

## Metadata
{% if creators.length %}
- Author: {% for c in creators %}{{ c.link }}{% if not loop.last %}, {% endif %}{% endfor %}
{%- endif %}
- Full Title: {{ title }}
- Category: #articles
{%- if tags.length %}
- Document Tags: {% for t in tags %}[[{{ t.tag }}]]{% if not loop.last %} {% endif %}{% endfor %}
{%- endif %}
- URL: {{ jianbao }}
{% if text %}
## Full Document

{{ text }}
{% endif %}
{%- if corrections %}
## {{ correctionsTitle }}

{{ corrections }}
{% endif %}
{%- if note %}
## Document Note

{{ note }}
{% endif %}
{%- if annotations.length %}
## Highlights
{% for a in annotations %}
- {{ a.annotatedText }} ([View Highlight]({{ a.link }}))
{%- if a.state != "sound" %}
    - {{ a.heading }}
{%- endif %}
{%- if a.tags.length %}
    - Tags: {% for t in a.tags %}[[{{ t.tag }}]]{% if not loop.last %} {% endif %}{% endfor %}
{%- endif %}
{%- if a.comment %}
    - Note: {{ a.comment }}
{%- endif %}
{%- endfor %}
{% endif %}
## {{ labels.myNotes }}
{% persist "notes" %}{% endpersist %}
`;

/** Below a bullet every line stands as far in as the bullet's words. */
const LOGSEQ = `{% if text -%}
- ## {{ labels.text }}
{%- for block in textBlocks %}
	- {{ block }}
{%- endfor %}
{% endif -%}
{% if corrections -%}
- ## {{ correctionsTitle }}
{%- for line in correctionLines %}
	- {{ line }}
{%- endfor %}
{% endif -%}
{% if note -%}
- ## {{ labels.note }}
	- {{ note }}
{% endif -%}
{% if annotations.length or removed.length -%}
- ## {{ labels.highlights }}
{%- for a in annotations %}
	- > {{ a.annotatedText }}
	  id:: {{ a.uuid }}
	  hl-color:: {{ a.colorCategory | downcase }}
		- {{ a.heading }} · [{{ labels.openHere }}]({{ a.link }})
{%- if a.comment %}
		- {{ a.comment }}
{%- endif %}
{%- if a.tags.length %}
		- {% for t in a.tags %}#[[{{ t.tag }}]]{% if not loop.last %} {% endif %}{% endfor %}
{%- endif %}
{%- endfor %}
{%- for a in removed %}
	- {{ labels.removed }}
	  id:: {{ a.uuid }}
{%- endfor %}
{% endif -%}
- ## {{ labels.myNotes }}
{% persist "notes" %}{% endpersist %}
`;

/** What each profile writes, as a template: what a person changes from there on is theirs. */
export const STARTING_TEMPLATES: Readonly<Record<ExportProfile, string>> = {
  obsidian: OBSIDIAN,
  commonmark: COMMONMARK,
  logseq: LOGSEQ,
  readwise: READWISE,
  omnivore: OMNIVORE,
};
