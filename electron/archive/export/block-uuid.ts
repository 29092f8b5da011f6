import { bitsOf } from '../store/ids.ts';

/**
 * The UUID (version 8, RFC 9562) that a highlight's block has in Logseq: the ten letters of its short id, so that a note
 * that refers to it is found by them even when the highlight is gone.
 */
export function blockUuid(shortId: string): string {
  const bits = bitsOf(shortId).toString(16).padStart(13, '0');
  return `6a696168-6261-8f00-8${'0'.repeat(2)}${bits.slice(0, 1)}-${bits.slice(1)}`;
}
