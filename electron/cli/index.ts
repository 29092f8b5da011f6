import '../service/preflight.ts';
import { join } from 'node:path';
import { findBuild } from '../service/host/build.ts';
import { runProgram } from './program.ts';
import { findSurroundings } from './surroundings.ts';

// Whoever reads our output may stop reading: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [command, ...args] = process.argv.slice(2);
const build = findBuild(import.meta.dirname);
if (command === 'start') {
  // `npm start` is no command of the command line: it opens the window.
  const { start } = await import('./start.ts');
  process.exit(await start(args, import.meta.dirname));
}
process.exitCode = await runProgram(process.argv.slice(2), findSurroundings(build, join(import.meta.dirname, '../..')));
