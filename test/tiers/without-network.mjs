import { spawn, spawnSync } from 'node:child_process';

/**
 * Runs vitest where there is no network but the machine's own address: in an empty network namespace, where one can be
 * had. Elsewhere it runs as it is, and test/e2e/offline.test.ts says so with a skip.
 */
const UP = 'ip link set lo up';
const fence = [
  ['unshare', '--net'],
  ['unshare', '--net', '--map-root-user'],
].find(([file = '', ...flags]) => spawnSync(file, [...flags, 'sh', '-c', UP], { stdio: 'ignore' }).status === 0);

const vitest = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)];
const [file, ...args] = fence ? [...fence, 'sh', '-c', `${UP} && exec "$@"`, 'sh', ...vitest] : vitest;
const child = spawn(file, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
