import type { Page } from 'playwright-core';

export interface Complaints {
  /** What the console, the page and its Content Security Policy said since the start, or since the last `forget`. */
  list(): readonly string[];
  /** For a journey that breaks something on purpose: what was said so far is what was to be expected. */
  forget(): void;
}

/** Listens from the first script on. A journey ends with an empty list: no warning, no error, no report of the policy. */
export async function watchForComplaints(page: Page): Promise<Complaints> {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  page.on('crash', () => said.push('the page crashed'));
  await page.exposeFunction('__reportViolation', (text: string) => said.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = Reflect.get(window, '__reportViolation') as (text: string) => void;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return {
    list: () => said,
    forget: () => said.splice(0),
  };
}
