import './preflight.ts';
import { findDoor } from './doors.ts';
import { runService } from './run.ts';

const door = findDoor();
// Ctrl-C in a terminal and its closing reach every process of the group. The host says when to end, and its own end
// ends this one: a service that ended at the signal would leave the archive as a crash does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) if (door) process.on(signal, () => undefined);
if (door) runService(door);
else {
  process.stderr.write('This file is started by Jianbao itself. / 此文件由剪报自行启动。\n');
  process.exitCode = 2;
}
