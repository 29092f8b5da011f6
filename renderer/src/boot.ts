import { beginSession } from './api/session.ts';
import { beginSockets } from './api/sockets.ts';
import { PDF_WORKERS } from './features/pdf/workers.ts';

/**
 * The only policy the page's Content-Security-Policy names. It refuses every string of markup but the empty one:
 * React Aria's announcer empties itself that way. Of addresses of programs it knows the two that draw PDFs, each in a
 * thread of its own. It must exist before any other module runs.
 */
type Rule = (text: string) => string | null;
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML: Rule; createScriptURL: Rule }): unknown;
}
const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory };
const programs: readonly string[] = Object.values(PDF_WORKERS);
trustedTypes?.createPolicy('default', {
  createHTML: (html) => (html === '' ? html : null),
  createScriptURL: (address) => (programs.includes(address) ? address : null),
});

// Before anything reads the address: it may carry a code that must not stay there.
beginSession();
await beginSockets();

await import('./main.tsx');
