import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../electron/loopback/browser.ts';

/** What drives the journeys: the browser that `npm start` would use, and `JIANBAO_BROWSER` may name. */
export const BROWSER = findBrowser(process.env, process.platform);

export const NO_BROWSER =
  'No Chromium-family browser was found, so the journeys cannot run. On Debian or Ubuntu: apt-get install chromium fonts-noto-cjk. Elsewhere install Chrome, Chromium or Edge, or name one in JIANBAO_BROWSER.';

/** Debian's chromium refuses to start as root with its sandbox on; only tests turn it off, and only then. */
export function launchBrowser(): Promise<Browser> {
  if (BROWSER === undefined) throw new Error(NO_BROWSER);
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: BROWSER,
    // Debian asks for painting by the graphics card, which where there is none is a slower way of painting without it.
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run', ...(root ? ['--no-sandbox'] : [])],
  });
}
