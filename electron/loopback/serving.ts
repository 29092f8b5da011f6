import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WINDOW_PATH } from './gate.ts';
import { http } from './http.ts';

/** Which process shows an archive, and how to ask it; readable by its owner only, gone when that process ends. */
const Serving = z.object({ pid: z.int(), port: z.int(), authority: z.string(), token: z.string() });
export type Serving = z.infer<typeof Serving>;

/** What the first start answers: its window came to the front, or this is the address to open. */
const Answer = z.union([z.object({ front: z.literal(true) }), z.object({ address: z.string() })]);
export type WindowAnswer = z.infer<typeof Answer>;

const ASK_MILLISECONDS = 5_000;

function servingFile(archive: string): string {
  return join(archive, 'serving.json');
}

/** Call once the archive is open. @returns what takes the file away again, if it still is ours. */
export function writeServing(archive: string, serving: Serving): () => void {
  const path = servingFile(archive);
  rmSync(path, { force: true });
  // 'wx': never through a link that somebody put there.
  writeFileSync(path, JSON.stringify(serving), { flag: 'wx', mode: 0o600 });
  return () => {
    if (readServing(archive)?.token === serving.token) rmSync(path, { force: true });
  };
}

export function readServing(archive: string): Serving | undefined {
  try {
    return Serving.parse(JSON.parse(readFileSync(servingFile(archive), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Asks whoever already shows this archive for its window. Undefined when nobody does. */
export async function askForWindow(archive: string): Promise<WindowAnswer | undefined> {
  const serving = readServing(archive);
  if (serving === undefined) return undefined;
  const { port, authority, token } = serving;
  return new Promise((resolve) => {
    const asking = http.request(
      {
        host: '127.0.0.1',
        port,
        path: WINDOW_PATH,
        method: 'POST',
        timeout: ASK_MILLISECONDS,
        headers: { host: authority, origin: `http://${authority}`, authorization: `Bearer ${token}` },
      },
      async (response) => {
        let text = '';
        for await (const piece of response.setEncoding('utf8')) text += piece;
        resolve(response.statusCode === 200 ? Answer.safeParse(parse(text)).data : undefined);
      },
    );
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(undefined));
    asking.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
