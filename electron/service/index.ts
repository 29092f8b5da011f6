import './preflight.ts';
import { findDoor } from './doors.ts';
import { runService } from './run.ts';

const door = findDoor();
if (door) runService(door);
else {
  process.stderr.write('This file is started by Jianbao itself. / 此文件由剪报自行启动。\n');
  process.exitCode = 2;
}
