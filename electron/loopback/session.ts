import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A code in an address is good for this long, and once. */
export const CODE_MILLISECONDS = 30_000;

export interface Session {
  /** 256 bits, made at the start, never on a command line and never in an address. */
  readonly token: string;
  isToken(candidate: string): boolean;
  /** A new one-time code for an address. Codes that were not used stay good until their time is over. */
  issueCode(): string;
  /** The token for a code, the first time and within its time. */
  redeem(code: string): string | undefined;
  /** Settles when a code was exchanged: a page has been here. */
  readonly opened: Promise<void>;
}

export function createSession(now: () => number): Session {
  const token = randomBytes(32).toString('base64url');
  const ours = digest(token);
  const codes = new Map<string, number>();
  const opened = Promise.withResolvers<void>();
  return {
    token,
    isToken: (candidate) => timingSafeEqual(digest(candidate), ours),
    issueCode() {
      const code = randomBytes(32).toString('base64url');
      for (const [key, until] of codes) if (until <= now()) codes.delete(key);
      codes.set(digest(code).toString('hex'), now() + CODE_MILLISECONDS);
      return code;
    },
    redeem(code) {
      // Found by its digest, so that the time it takes says nothing about the codes there are.
      const key = digest(code).toString('hex');
      const until = codes.get(key);
      codes.delete(key);
      if (until === undefined || now() >= until) return undefined;
      opened.resolve();
      return token;
    },
    opened: opened.promise,
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
