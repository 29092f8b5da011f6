/**
 * The only policy the page's Content-Security-Policy names. It refuses every string of markup but the empty one:
 * React Aria's announcer empties itself that way. It must exist before any other module runs.
 */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string | null }): unknown;
}
const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory };
trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) });

await import('./main.tsx');

export {};
