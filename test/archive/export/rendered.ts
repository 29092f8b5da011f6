import type MarkdownIt from 'markdown-it';
import type { Nodes } from 'mdast';

/** The lines that markdown-it shows: one for each block of text. Anything that is not plain text is shown with its kind, so that a comparison fails. */
export function plainLines(markdown: InstanceType<typeof MarkdownIt>, text: string): string[] {
  return markdown.parse(text, {}).flatMap((token) => {
    if (token.type === 'inline') return [(token.children ?? []).map(inlineText).join('')];
    if (token.type === 'fence' || token.type === 'code_block' || token.type === 'html_block' || token.type === 'hr') {
      return [`<${token.type}>${token.content}`];
    }
    return [];
  });
}

function inlineText(token: { type: string; content: string }): string {
  return token.type === 'text' || token.type === 'text_special' ? token.content : `<${token.type}>${token.content}`;
}

/** The same for a tree of remark. Links that GFM makes of bare addresses count as their text. */
export function mdastLines(node: Nodes): string[] {
  switch (node.type) {
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => mdastLines(child));
    case 'paragraph':
    case 'heading':
      return [node.children.map(mdastText).join('')];
    default:
      return [`<${node.type}>`];
  }
}

function mdastText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'link') return node.children.map(mdastText).join('');
  return `<${node.type}>`;
}
