import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import { z } from 'zod';
import { type Test, VitestErrors } from './results.ts';

/** Where the list of second tries is written, a path; a run without it keeps none. */
export const SECOND_TRIES = 'JIANBAO_SECOND_TRIES';
export const SecondTries = z.array(
  z.object({ file: z.string(), title: z.string(), state: z.literal('passed'), reason: z.string() }),
);

/** Keeps which tests passed only when they were tried again, and why not at once: vitest's own reports leave that out. */
export default class SecondTriesReporter implements Reporter {
  readonly #tests: Test[] = [];

  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return;
    const { errors = [] } = test.result();
    const file = relative(process.cwd(), test.module.moduleId).replaceAll('\\', '/');
    this.#tests.push({ file, title: test.fullName, state: 'passed', reason: VitestErrors.parse(errors).join('\n') });
  }

  onTestRunEnd(): void {
    const path = process.env[SECOND_TRIES];
    if (path === undefined) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(this.#tests));
  }
}
