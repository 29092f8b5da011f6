/** A tag's path as it can stand anywhere in a file: nothing in it is read as Markdown, YAML or a link. */
export function encodeTag(path: string): string {
  return encoded(path, /[^\p{L}\p{N}\p{M}/_ -]+/gu);
}

/** The same in an address. */
export function encodeTagInAddress(path: string): string {
  return encoded(path, /[^\w-]+/g);
}

function encoded(path: string, unsafe: RegExp): string {
  const codeOf = (marks: string) => [...Buffer.from(marks)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return path.toWellFormed().replace(unsafe, (marks) => codeOf(marks).join(''));
}

/** What a person made of it stands for itself. */
export function decodeTag(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
