/** Addresses in exported notes lead back here: `jianbao://article/ID`, with or without the archive's id in front. */
export const ADDRESS_SCHEME = 'jianbao';
const ADDRESS = /^jianbao:\/\/(?:[\w-]{1,64}\/)?(?:article|highlight)\/[\w-]{1,64}\/?$/i;

/** The address, if it is one of ours: what comes from outside is matched whole or dropped. */
export function readAddress(text: string): string | undefined {
  return ADDRESS.test(text) ? text.replace(/\/$/, '').replace(/^jianbao/i, ADDRESS_SCHEME) : undefined;
}

/** Windows and Linux hand an opened address over as an argument, to a new process or to the first one. */
export function findAddress(argv: readonly string[]): string | undefined {
  return argv.map(readAddress).find((address) => address !== undefined);
}
