import { z } from 'zod';

/** The part of vitest's JSON report that is counted. */
export const VitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});
/** As it is written: what has a default may be missing. */
export type VitestReport = z.input<typeof VitestReport>;

/** What vitest hands to a reporter as the errors of a test: each with its place in the code. */
export const VitestErrors = z.array(
  z.object({ message: z.string(), stack: z.string().optional() }).transform(({ message, stack }) => stack ?? message),
);

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
  /** Of a test that failed, the first time at least: what went wrong, with the places of the stack. */
  readonly reason?: string;
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
    const own = result.assertionResults.map(({ fullName, status, failureMessages }): Test => {
      if (status === 'failed')
        return { file, title: fullName, state: status, reason: failureMessages?.join('\n') ?? '' };
      return { file, title: fullName, state: status === 'passed' ? status : 'skipped' };
    });
    tests.push(...own);
    if (result.status === 'failed' && !own.some(({ state }) => state === 'failed')) {
      tests.push({ file, title: '(the file itself)', state: 'failed', reason: result.message ?? '' });
    }
  }
  return tests;
}

/** How many lines of a failure's reason are told again at the end: the sentence, what was found, and where. */
const TOLD_LINES = 14;

/** A test that failed, or passed only when it was tried again, in a few lines: to stand at the end of a long log. */
export function tellFailure({ file, title, state, reason = '' }: Test): string {
  const lines = reason.split('\n').filter((line) => line.trim() !== '' && !line.includes('/node_modules/'));
  const what = state === 'failed' ? 'failed' : 'passed at the second try';
  return [`${what}: ${file} › ${title}`, ...lines.slice(0, TOLD_LINES).map((line) => `    ${line.trimEnd()}`)].join(
    '\n',
  );
}

/** The skips that one entry allows, a line for each reason: on which host, why, and how many tests of which files. */
export function tellSkips(skips: readonly Skip[]): string[] {
  const byReason = new Map<string, Map<string, number>>();
  for (const { file, allowed } of skips) {
    const reason = allowed ? `${allowed.host}: ${allowed.reason}` : 'no reason is given';
    const files = byReason.get(reason) ?? new Map<string, number>();
    files.set(file, (files.get(file) ?? 0) + 1);
    byReason.set(reason, files);
  }
  return [...byReason].map(([reason, files]) => {
    const list = [...files].map(([file, count]) => (count === 1 ? file : `${file} ×${count}`));
    return `skipped (${reason}): ${list.join(', ')}`;
  });
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
