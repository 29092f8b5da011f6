import { runProgram } from '../../electron/cli/program.ts';
import type { Surroundings } from '../../electron/cli/surroundings.ts';
import type { Build } from '../../electron/service/host/build.ts';

/** No threads are needed by what is called in these tests; the parts that are built are tested on `out/`. */
const build: Build = {
  service: 'service.js',
  workers: { worker: 'worker.js', suggest: 'suggest.js', template: 'template.js' },
  preload: 'preload.cjs',
  page: 'renderer',
  samples: null,
  version: '1.2.3',
};

export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the program as a person standing in `folder` would. */
export async function call(args: readonly string[], rest: Partial<Surroundings> = {}): Promise<Called> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runProgram(args, {
    build,
    language: 'en',
    folder: '/',
    who: 'Lin Yue',
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    now: Date.now,
    signal: new AbortController().signal,
    ...rest,
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}
