import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What @electron/fuses looks for in a binary; the bytes after it are the wire's version, its length and one byte a fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_OF_ELECTRON_45 = 9;

/**
 * A folder that electron-builder takes for an unpacked Electron distribution. Its binary is a shell script that
 * carries a fuse wire with every fuse in the state Electron ships it in, so that flipping can be read back.
 */
export function makeFakeElectronDist(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const wire = Buffer.from([1, FUSES_OF_ELECTRON_45, ...Buffer.from('101100011')]);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`#!/bin/sh\nexit 0\n# ${SENTINEL}`), wire, Buffer.from('\n')]),
  );
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/zh-CN.pak', 'resources.pak']) {
    writeFileSync(join(folder, name), name);
  }
}
