import { z } from 'zod';

/** The part of vitest's JSON report that is counted. */
export const VitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});
export type VitestReport = z.infer<typeof VitestReport>;

/** A skip that is meant: on which host the test cannot run, and why. File and title are whole or, ending in `…`, a beginning. */
export const AllowedSkip = z.strictObject({
  file: z.string(),
  title: z.string().min(1),
  host: z.string().min(3),
  reason: z.string().min(10),
});
export type AllowedSkip = z.infer<typeof AllowedSkip>;

export interface Test {
  /** Relative to the repository, with `/`. */
  readonly file: string;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
}

export interface Skip extends Test {
  readonly allowed: AllowedSkip | undefined;
}

/** The tests of a report; a file that failed before its first test counts as one failed test. */
export function listTests(report: VitestReport, root: string): Test[] {
  const tests: Test[] = [];
  for (const result of report.testResults) {
    const file = (result.name.startsWith(root) ? result.name.slice(root.length) : result.name)
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    const own = result.assertionResults.map(({ fullName, status }): Test => {
      const state = status === 'passed' || status === 'failed' ? status : 'skipped';
      return { file, title: fullName, state };
    });
    tests.push(...own);
    if (result.status === 'failed' && !own.some(({ state }) => state === 'failed')) {
      tests.push({ file, title: '(the file itself)', state: 'failed' });
    }
  }
  return tests;
}

/** The skipped tests, each with the entry that allows it. */
export function listSkips(tests: readonly Test[], allowed: readonly AllowedSkip[]): Skip[] {
  return tests
    .filter(({ state }) => state === 'skipped')
    .map((test) => ({ ...test, allowed: allowed.find((entry) => names(entry, test)) }));
}

/** Entries whose file was run but which name no test there: left behind by a rename, they would hide nothing and promise much. */
export function listStale(tests: readonly Test[], allowed: readonly AllowedSkip[]): AllowedSkip[] {
  return allowed.filter(
    (entry) => tests.some(({ file }) => fits(entry.file, file)) && !tests.some((test) => names(entry, test)),
  );
}

function names(entry: AllowedSkip, test: Test): boolean {
  return fits(entry.file, test.file) && fits(entry.title, test.title);
}

function fits(pattern: string, text: string): boolean {
  return pattern.endsWith('…') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}
