import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const CALLS = 'connect,sendto,sendmsg,sendmmsg,bind';
const OWN = /inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/;

/** Whether strace is here and may look at other processes. */
export const CAN_TRACE =
  process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

/** To be run in front of a program: writes every connection of it and of its children. The program keeps the process that was started. */
export function traceConnections(file: string): string[] {
  return ['strace', '-D', '-f', '-q', '--seccomp-bpf', '-o', file, '-e', `trace=${CALLS}`, '-e', 'signal=none'];
}

export interface Connections {
  /** Calls that name an address of this machine. */
  readonly own: readonly string[];
  /** Calls that name any other address, or a name server. */
  readonly outside: readonly string[];
}

/** What was written about a program that has ended. The tracer ends a moment after it. */
export async function readConnections(file: string, pid: number): Promise<Connections> {
  const ended = new RegExp(`^${pid} +\\+\\+\\+ (?:exited|killed)`, 'm');
  for (let tries = 0; tries < 200; tries += 1) {
    const trace = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (!ended.test(trace)) {
      await wait(50);
      continue;
    }
    const named = trace.split('\n').filter((line) => /AF_INET6?\b/.test(line));
    const isOwn = (line: string) => OWN.test(line) && !/htons\(53\)/.test(line);
    return { own: named.filter(isOwn), outside: named.filter((line) => !isOwn(line)) };
  }
  throw new Error(`the trace of process ${pid} has no end`);
}

/** Host and service spoke to nobody but the page. @throws Error that names what they spoke to, or that the trace is blind. */
export async function expectOnlyItself(file: string, pid: number): Promise<void> {
  const { own, outside } = await readConnections(file, pid);
  if (outside.length > 0) throw new Error(`host or service left the machine:\n${outside.join('\n')}`);
  if (!own.some((line) => line.includes('bind('))) throw new Error('the trace does not show the port that was opened');
}
