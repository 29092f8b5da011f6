import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/e2e/', import.meta.url));
const CHARACTERS = 6_000;

/** The name of the test that is under way if it has failed already. Pictures for the readme are taken without any test. */
export async function nameOfFailure(): Promise<string | undefined> {
  if (process.env.VITEST === undefined) return undefined;
  const { TestRunner } = await import('vitest');
  const test = TestRunner.getCurrentTest();
  return test?.result?.state === 'fail' ? test.fullTestName : undefined;
}

/** What a person would want to know of a window in which a journey failed: its address, its words, a picture, and who complained. */
export async function keepEvidence(page: Page, name: string, more: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const picture = join(FOLDER, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${Date.now()}.png`);
  const words = await orSay(page.locator('body').innerText({ timeout: 5_000 }));
  const taken = await orSay(page.screenshot({ path: picture, timeout: 5_000 }).then(() => picture));
  const lines = Object.entries({ ...more, address: page.url(), picture: taken, words: words.slice(0, CHARACTERS) });
  console.error(
    [`what the window showed when “${name}” failed`, ...lines.map(([what, said]) => `${what}: ${said}`)].join('\n'),
  );
}

/** A window that no longer answers is a finding, and must not hide the failure that it belongs to. */
function orSay(asked: Promise<string>): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, 8_000, '(no answer)').unref());
  return Promise.race([asked, late]).catch((error: unknown) => String(error).split('\n')[0] ?? '');
}
