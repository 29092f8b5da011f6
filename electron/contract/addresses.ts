/** Addresses in exported notes lead back here: `jianbao://article/ID`, with or without the archive's id in front. */
export const ADDRESS_SCHEME = 'jianbao';

/** Where an address of ours leads. `archive` and `id` are short ids as exports write them; `id` may be a whole one. */
export interface Address {
  readonly archive: string | null;
  readonly kind: 'article' | 'highlight';
  readonly id: string;
}

/** Behind the question mark stands what an import of the file needs; it leads nowhere else. */
const ADDRESS = /^jianbao:\/\/(?:([\w-]{1,64})\/)?(article|highlight)\/([\w-]{1,64})\/?(?:\?[\w=&%,.-]{0,2000})?$/i;

/** The address, if the whole text is one of ours: what comes from outside is matched whole or dropped. */
export function parseAddress(text: string): Address | undefined {
  const [, archive, kind, id] = ADDRESS.exec(text) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return {
    archive: archive?.toLowerCase() ?? null,
    kind: kind.toLowerCase() === 'article' ? 'article' : 'highlight',
    id: id.toLowerCase(),
  };
}

export function formatAddress({ archive, kind, id }: Address): string {
  return `${ADDRESS_SCHEME}://${archive === null ? '' : `${archive}/`}${kind}/${id}`;
}
