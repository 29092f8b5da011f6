import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly cwd?: string;
  /** What is run in front of it: strace with its flags. */
  readonly under?: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line to its end. */
export function runCommand(
  args: readonly string[],
  { cwd, under = [], input, env: more }: RunOptions = {},
): Promise<Ran> {
  const [file = '', ...rest] = [...under, process.execPath, COMMAND, ...args];
  const { INIT_CWD: _, ...env } = process.env;
  const child = spawn(file, rest, { cwd, env: { ...env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...more } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, out, err }));
  });
}
