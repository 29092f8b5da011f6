import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium-family browser: the one that `JIANBAO_BROWSER` names, else where the systems put it. */
export function findBrowser(): string | undefined {
  const named = process.env.JIANBAO_BROWSER;
  if (named) return existsSync(named) ? named : undefined;
  const places = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ];
  return places.find((place) => existsSync(place));
}

export const NO_BROWSER =
  'No Chromium-family browser was found, so the journeys cannot run. On Debian or Ubuntu: apt-get install chromium fonts-noto-cjk. Elsewhere install Chrome, Chromium or Edge, or name one in JIANBAO_BROWSER.';

/** Debian's chromium refuses to start as root with its sandbox on; only tests turn it off, and only then. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(NO_BROWSER);
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: ['--disable-background-networking', '--no-first-run', ...(root ? ['--no-sandbox'] : [])],
  });
}
