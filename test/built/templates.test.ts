import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Templates } from '#archive/context.ts';
import { startTemplates } from '../../electron/service/templates.ts';

const BUILT = join(import.meta.dirname, '../../out/main/template.js');

let templates: Templates | undefined;
afterEach(async () => {
  await templates?.close();
  templates = undefined;
});

const run = (source: string) => {
  templates ??= startTemplates(BUILT);
  const fields = { title: { $plain: 'A*B', markdown: 'A\\*B' } };
  return templates.run({ source, fields, comment: { open: '%%', close: '%%' } });
};

test('each body is answered with its own, one that fails by its line', async () => {
  const numbers = Array.from({ length: 20 }, (_, i) => i);
  expect(await Promise.all(numbers.map((i) => run(`{{ title }} ${i}`)))).toEqual(numbers.map((i) => `A\\*B ${i}`));
  await expect(run('\n{{ title | shout }}')).rejects.toMatchObject({
    line: 2,
    reason: 'unknown_filter',
    what: 'shout',
  });
});

describe('a thread that a template keeps is ended, and the next template has another', () => {
  test.each([
    ['loops in loops', '{% for i in (1..9999) %}\n{% for j in (1..9999) %}\n{% endfor %}{% endfor %}', 'too_slow'],
    [
      'one step that takes for ever',
      '{% set a = "ab" %}{% for i in (1..16) %}{% set a = a ~ a %}{% endfor %}{% set list = a | split("") %}\n{% for i in (1..40) %}{% for j in list %}{% set list = list | sort | reverse %}\n{% endfor %}{% endfor %}',
      /too_slow|too_large/,
    ],
    [
      'lists of lists',
      '{% set a = [1, 2, 3, 4] %}\n{% for i in (1..64) %}{% set a = [a, a, a, a] %}{% set b = a | join("") %}{% endfor %}',
      /too_large|too_slow/,
    ],
    ['more words than memory', '{% set a = "x" %}\n{% for i in (1..64) %}{% set a = a ~ a %}{% endfor %}', 'too_large'],
  ])('%s', async (_, source, reason) => {
    const stopped = await run(source).catch((error: unknown) => error);
    expect(stopped).toMatchObject({ code: 'TEMPLATE_FAULT' });
    expect((stopped as { reason: string }).reason).toMatch(reason);
    expect((stopped as { line: number }).line).toBeGreaterThan(1);
    expect(await run('{{ title }}')).toBe('A\\*B');
  });
});

test('a thread that cannot be had is said, and nobody waits', async () => {
  templates = startTemplates(join(import.meta.dirname, 'missing.js'));
  await expect(run('x')).rejects.toMatchObject({ reason: 'failed' });
  await expect(run('y')).rejects.toMatchObject({ reason: 'failed' });
});
