import { createHash } from 'node:crypto';

/** Enough to tell what we wrote from what somebody changed. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
