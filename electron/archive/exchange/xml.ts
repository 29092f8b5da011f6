import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

export type XmlNode = ReturnType<typeof x>;
type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** What XML 1.0 cannot say, however it is written (https://www.w3.org/TR/xml/#charsets). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** One element; children that are text, absent ones left out. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (XmlNode | string | null | undefined | readonly XmlNode[])[]
): XmlNode {
  const said = Object.entries(attributes).map(([key, value]) => [key, value == null ? value : sayable(String(value))]);
  const inside = children
    .flat()
    .flatMap((child) => (child == null ? [] : typeof child === 'string' ? sayable(child) : child));
  return x(name, Object.fromEntries(said), inside as XmlNode[]);
}

export function sayable(text: string): string {
  return text.replace(UNSAYABLE, '\ufffd');
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function xmlFile(root: XmlNode): string {
  return `${DECLARATION}${xmlText(root)}\n`;
}

export function xmlText(node: XmlNode): string {
  const text = toXml(node as Parameters<typeof toXml>[0], { closeEmptyElements: true, tightClose: true });
  // No section of character data is written: this can only stand in a text, where it may not.
  return text.replaceAll(']]>', ']]&gt;');
}

/** What stands before and after the children of an element that are written one by one. */
export function xmlFrame(root: XmlNode): { readonly head: string; readonly tail: string } {
  const text = toXml(root as Parameters<typeof toXml>[0]);
  const end = text.lastIndexOf('</');
  return { head: `${DECLARATION}${text.slice(0, end)}\n`, tail: `${text.slice(end)}\n` };
}
