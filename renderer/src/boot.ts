import { beginSession } from './api/session.ts';
import { beginSockets } from './api/sockets.ts';

/**
 * The only policy the page's Content-Security-Policy names. It refuses every string of markup but the empty one:
 * React Aria's announcer empties itself that way. It must exist before any other module runs.
 */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string | null }): unknown;
}
const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory };
trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) });

// Before anything reads the address: it may carry a code that must not stay there.
beginSession();
beginSockets();

await import('./main.tsx');
