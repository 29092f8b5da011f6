import { existsSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { ExportSelection } from '#contract/exports.ts';
import type { Call } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import type { ArchiveClient } from '../open-archive.ts';
import { tellProblems } from './search.ts';

/** Says what of a query was not understood, before anything is written. */
export async function tellQuery(client: ArchiveClient, { surroundings }: Call, selection: ExportSelection) {
  if (selection.of !== 'search') return;
  const { problems } = await client.search.query({ text: selection.text, limit: 1 });
  tellProblems(surroundings, selection.text, problems);
}

/** Asked before anything is made: nothing is made in an archive that is no part of it. */
export function refuseInside(place: string, dir: string): void {
  if (leadsInto(place, dir)) throw new CommandFailure('INSIDE_ARCHIVE', place);
}

function leadsInto(place: string, dir: string): boolean {
  if (!existsSync(place)) return dirname(place) !== place && leadsInto(dirname(place), dir);
  const [inner, outer] = [realpathSync(place), realpathSync(dir)];
  return inner === outer || inner.startsWith(outer + sep);
}
