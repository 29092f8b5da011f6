import { join } from 'node:path';
import { DoctorOutput } from '#contract/commands.ts';
import type { CommandDescription } from '../command.ts';
import { type Finding, inspectMachine } from '../doctor.ts';
import { EXIT } from '../failure.ts';
import { say } from '../sentences.ts';

const NAMES: Readonly<Record<Finding['what'], readonly [english: string, chinese: string]>> = {
  node: ['Node', 'Node'],
  sqlite: ['SQLite', 'SQLite'],
  built: ['built window', '已构建的窗口'],
  electron: ['Electron', 'Electron'],
  browser: ['browser', '浏览器'],
  window: ['npm start opens', 'npm start 将打开'],
  archive: ['default archive', '默认档案'],
  settings: ['settings', '设置'],
};

export const doctorCommand: CommandDescription = {
  name: 'doctor',
  summary: ['say what Jianbao finds on this machine', '检查本机环境'],
  schema: DoctorOutput,
  shape: () => undefined,
  async run({ surroundings: { build, language, out }, json, print }) {
    const findings = await inspectMachine({
      root: join(build.page, '../..'),
      page: build.page,
      environment: process.env,
      platform: process.platform,
      user: process.getuid?.(),
    });
    const ok = findings.every((finding) => finding.ok);
    if (json) print({ schema: 'jianbao.doctor/1', ok, findings });
    else
      for (const { what, ok, found } of findings) out(`${ok ? '✓' : '✗'} ${say(language, ...NAMES[what])}: ${found}`);
    return ok ? EXIT.done : EXIT.failed;
  },
};
