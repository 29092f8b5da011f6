import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const RENDERER = fileURLToPath(new URL('../../renderer/src', import.meta.url));
/** The modules of the contract that hold plain constants and functions. */
const PLAIN = ['wire', 'limits', 'addresses', 'name-rule', 'query-fields', 'csv'];

test('the window takes only types from the schemas: no schema library is in its bundle, and nothing of it wants eval', async () => {
  const values: string[] = [];
  for await (const file of glob('**/*.{ts,tsx}', { cwd: RENDERER })) {
    for (const [line, module] of readFileSync(`${RENDERER}/${file}`, 'utf8').matchAll(
      /^import (?!type\b)[^;]*?from '#contract\/([\w-]+)\.ts';$/gm,
    )) {
      if (module && !PLAIN.includes(module)) values.push(`${file}: ${line}`);
    }
  }
  expect(values).toEqual([]);
});
