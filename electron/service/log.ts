import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const FRAME = /^\s+at (?:(?<named>.+?) \()?(?<file>(?:file:\/\/)?[^()]+?):(?<line>\d+):\d+\)?$/;

/**
 * An unexpected failure in one line for standard error: what was asked, the kind of failure, and where in the program.
 * Never its message: messages carry article text, titles and paths, and none of those belongs into a log.
 */
export function describeFailure(asked: string, error: unknown): string {
  if (!(error instanceof Error)) return `jianbao: ${asked} failed: ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const cause = error.cause instanceof Error ? ` < ${kindOf(error.cause)}` : '';
  return `jianbao: ${asked} failed: ${kindOf(error)}${/^[\w ]*$/.test(code) ? code : ''}${cause}${framesOf(error)}`;
}

export function logFailure(asked: string, error: unknown): void {
  process.stderr.write(`${describeFailure(asked, error)}\n`);
}

function kindOf(error: Error): string {
  return /^\w+$/.test(error.name) ? error.name : 'Error';
}

/** At most four places in our own files, as paths inside the program. */
function framesOf(error: Error): string {
  const frames: string[] = [];
  for (const line of (error.stack ?? '').split('\n')) {
    const frame = FRAME.exec(line)?.groups;
    if (frame?.file === undefined || frame.file.startsWith('node:') || frame.file.includes('node_modules')) continue;
    const file = frame.file.startsWith('file:') ? fileURLToPath(frame.file) : frame.file;
    const inside = relative(import.meta.dirname, file).replaceAll('\\', '/');
    if (!/^[\w./-]+$/.test(inside)) continue;
    frames.push(`${inside.replace(/^(?:\.\.\/)+/, '')}:${frame.line}`);
    if (frames.length === 4) break;
  }
  return frames.length === 0 ? '' : ` at ${frames.join(', ')}`;
}
