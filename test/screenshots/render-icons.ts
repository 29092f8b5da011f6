import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../e2e/browser.ts';

/** Draws resources/icons/icon.svg in the sizes that Linux wants, and the one from which electron-builder makes the others. */
const ICONS = fileURLToPath(new URL('../../resources/icons/', import.meta.url));
const svg = readFileSync(`${ICONS}icon.svg`, 'utf8');
const browser = await launchBrowser();
try {
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(`${ICONS}${size === 1024 ? 'icon' : `${size}x${size}`}.png`, png);
    await page.close();
  }
} finally {
  await browser.close();
}
