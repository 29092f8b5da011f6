import '../service/preflight.ts';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBuild } from '../service/host/build.ts';
import { forkService } from './service-process.ts';

const USE = 'usage: loopback --archive DIR [--root DIR] [--as NAME] [--no-window]';

/** The loopback host as a process: what `npm start` runs where Electron is not. */
const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    root: { type: 'string' },
    as: { type: 'string' },
    window: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
if (values.archive === undefined) {
  process.stderr.write(`${USE}\n`);
  process.exit(2);
}
const user = userInfo();
const build = findBuild(import.meta.dirname);
// It reads its modules while this process reads the rest of its own.
const service = forkService(build.service);
const { runLoopback } = await import('./run.ts');
process.exitCode = await runLoopback({
  build,
  service,
  archive: resolve(values.archive),
  create: true,
  who: values.as ?? user.username,
  root: resolve(values.root ?? user.homedir),
  window: values.window,
});
process.exit();
