import { formatAddress, parseAddress } from '#contract/addresses.ts';

/** The address as the page will be told it; undefined for whatever is none of ours. */
export function readAddress(text: string): string | undefined {
  const address = parseAddress(text);
  return address && formatAddress(address);
}

/** Windows and Linux hand an opened address over as an argument, to a new process or to the first one. */
export function findAddress(argv: readonly string[]): string | undefined {
  return argv.map(readAddress).find((address) => address !== undefined);
}
