import { spawn } from 'node:child_process';
import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decideWindow } from '../loopback/browser.ts';
import { runLoopback } from '../loopback/run.ts';
import { type ElectronAbsence, sayElectron, sayFetching } from '../loopback/sentences.ts';
import { findBuild } from '../service/host/build.ts';
import { defaultArchive, documentsFolder } from '../service/host/folders.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';

const USE = `usage: npm start -- [--archive DIR] [--root DIR] [--as NAME] [--no-window]

Opens Jianbao: in Electron where its binary is here or can be fetched, otherwise in an app window of an installed
browser of the Chromium family, otherwise it prints the address to open. JIANBAO_NO_FETCH=1 fetches nothing;
JIANBAO_ELECTRON names the folder of another electron package, JIANBAO_BROWSER another browser, or none.
`;

/** An Electron that ends this soon and not well never showed a window. */
const FAILED_MILLISECONDS = 8_000;

/** `npm start`. `mainDir`: the folder of the built entry. @returns the exit status */
export async function start(args: readonly string[], mainDir: string): Promise<number> {
  const options = readArguments(args);
  if (typeof options === 'number') return options;
  const absence = await openElectron(options, join(mainDir, '../..'));
  if (typeof absence === 'number') return absence;
  return runLoopback({ ...options, build: findBuild(mainDir), create: true, electron: absence });
}

interface StartArguments {
  readonly archive: string;
  readonly root: string;
  readonly who: string;
  readonly window: boolean;
}

/** Relative folders count from where the person stands: npm changes into the project first. */
function readArguments(args: readonly string[]): StartArguments | number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        archive: { type: 'string' },
        root: { type: 'string' },
        as: { type: 'string' },
        window: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h' },
      },
      allowNegative: true,
    });
    if (values.help) {
      process.stdout.write(USE);
      return 0;
    }
    const stands = process.env.INIT_CWD ?? process.cwd();
    return {
      archive: resolve(stands, values.archive ?? defaultArchive(documentsFolder())),
      root: resolve(stands, values.root ?? homedir()),
      who: values.as ?? userInfo().username,
      window: values.window,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'wrong use'}\n${USE}`);
    return 2;
  }
}

/** Runs Electron to its end and returns its exit status, or says why there is no Electron. */
async function openElectron(
  { archive, who, window }: StartArguments,
  project: string,
): Promise<number | ElectronAbsence> {
  const way = decideWindow({
    wanted: window,
    platform: process.platform,
    root: process.getuid?.() === 0,
    environment: process.env,
    browser: 'electron',
  });
  if (way.by === 'print') return 'no-window';
  const folder = process.env.JIANBAO_ELECTRON ?? join(project, 'node_modules/electron');
  const absence = findElectron(folder) === undefined ? await fetchUnlessTold(folder) : undefined;
  const program = findElectron(folder);
  if (program === undefined) return absence ?? 'refused';
  const begun = Date.now();
  sayElectron(program);
  const status = await run(program, [project, '--archive', archive, '--as', who]);
  return status !== 0 && Date.now() - begun < FAILED_MILLISECONDS ? 'failed' : status;
}

async function fetchUnlessTold(folder: string): Promise<ElectronAbsence | undefined> {
  if (process.env.JIANBAO_NO_FETCH === '1') return 'not-fetched';
  const progress = sayFetching();
  const failure = await fetchElectron({ folder, onProgress: progress.to });
  progress.end();
  return failure;
}

/** Standard streams are shared; the channel lets Electron notice that this process is gone. */
function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = () => void child.kill('SIGTERM');
  for (const signal of signals) process.on(signal, end);
  return new Promise((settle) => {
    const done = (status: number) => {
      for (const signal of signals) process.off(signal, end);
      settle(status);
    };
    child.once('error', () => done(1)).once('exit', (code, signal) => done(code ?? (signal === 'SIGTERM' ? 0 : 1)));
  });
}
