import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeInside } from './escape.ts';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Fence names that colour text and do nothing else. Any other may be somebody's plug-in, which would run it. */
const PLAIN_FENCES = new Set(
  'text txt md markdown json yaml toml xml csv html css sql diff bash sh python js ts c go rust java'.split(' '),
);
/** Without one of these there is nothing that a vault would run, fetch or embed, however the note is read. */
const NOTHING_ACTIVE = /^[^<[`~:{%^]*$/;
const SAFE_LINK = /^(?:https?:|mailto:|jianbao:|#)/i;

interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A note keeps its Markdown; what a vault would run, fetch or embed becomes text: raw HTML, pictures and `![[…]]`,
 * fences of plug-ins, inline queries, Templater tags, links with other schemes than the usual. Comment marks and block
 * ids are escaped too, because they would swallow or shadow our own.
 */
export function quietMarkdown(note: string): string {
  const source = note.toWellFormed().replace(/\r\n?/g, '\n').replace(/\0/g, '');
  if (NOTHING_ACTIVE.test(source)) return source.trim();
  const patches: Patch[] = [];
  visit(markdown.parse(source), source, patches);
  let quiet = source;
  for (const { start, end, text } of patches.sort((a, b) => b.start - a.start)) {
    quiet = quiet.slice(0, start) + text + quiet.slice(end);
  }
  return quiet
    .replace(/<(?=%)/g, '&lt;')
    .replace(/\{(?=[{%])/g, '&#123;')
    .replace(/%(?=%)/g, '%\\')
    .replace(/!\[\[/g, '!\\[\\[')
    .replace(/(^|\s)\^(?=[\w-]+\s*$)/gm, '$1\\^')
    .trim();
}

/** Patches lie side by side: a node that was patched whole is not entered. */
function visit(node: Nodes, source: string, patches: Patch[]): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const raw = source.slice(start, end);
  switch (node.type) {
    case 'html':
      patches.push({ start, end, text: raw.replace(/</g, '\\<') });
      return;
    case 'image':
    case 'imageReference':
      patches.push({ start, end, text: escapeInside(raw) });
      return;
    case 'definition':
      if (!SAFE_LINK.test(node.url)) patches.push({ start, end, text: escapeInside(raw) });
      return;
    case 'link':
      if (!SAFE_LINK.test(node.url)) {
        patches.push({ start, end, text: escapeInside(raw) });
        return;
      }
      break;
    case 'text':
      for (const { 0: address, index } of raw.matchAll(/\b(?!https?:|jianbao:)[a-z][\w+.-]*:\/\//gi)) {
        patches.push({
          start: start + index,
          end: start + index + address.length,
          text: address.replace('//', '\\//'),
        });
      }
      return;
    case 'inlineCode':
      // Dataview runs `= …` and `$= …`.
      if (/^\s*\$?=/.test(node.value)) patches.push({ start, end, text: escapeInside(raw) });
      return;
    case 'code':
      if (node.lang && !PLAIN_FENCES.has(node.lang.toLowerCase())) {
        const info = raw.match(/^[ \t]*(?:`{3,}|~{3,})/)?.[0] ?? '';
        if (info) patches.push({ start: start + info.length, end: start + info.length, text: 'text ' });
      }
      return;
  }
  if ('children' in node) for (const child of node.children) visit(child, source, patches);
}

/** A note of one ordinary line, which may stand beside a label of its own. */
export function isPlainRemark(note: string): boolean {
  return !note.includes('\n') && /^[\p{L}\p{N}“「《（"'(]/u.test(note) && !/^\d+[.)]/.test(note);
}
