import { openArchive } from '#archive/archive.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { clientOf, testOptions } from '../temporary-archive.ts';
import { readFolder } from './bag-folder.ts';

// Writes a bag of an archive, or takes one in, and says a line for every report of progress, until somebody ends it.
const [what = '', from = '', to = ''] = process.argv.slice(2);
const say = () => void process.stdout.write('\n');
if (what === 'write') {
  const client = clientOf(await openArchive(from, { ...testOptions(), places: { resolve: () => to } }));
  const asked = { place: 'out' as PlaceHandle, title: 'bag', selection: { of: 'all' as const } };
  for await (const event of await client.bags.write(asked)) if (event.state === 'progress') say();
} else {
  const archive = await openArchive(to, testOptions());
  await archive.resume();
  const { intake } = clientOf(archive);
  const { batch } = await intake.begin({ bag: 'bag' });
  for (const [path, bytes] of readFolder(from))
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += PIECE_BYTES) {
      const piece = new Blob([new Uint8Array(bytes.subarray(offset, offset + PIECE_BYTES))]);
      await intake.receive({ batch, path: `bag/${path}`, size: bytes.length, offset, piece });
    }
  await intake.finish({ batch });
  // Each source is a commit of its own: as many lines as there are of them.
  const count = archive.context.reader.prepare('SELECT count(*) FROM source').pluck();
  let sources = 0;
  for await (const _event of await intake.events({ batch })) {
    const now = Number(count.get());
    for (; sources < now; sources += 1) say();
  }
}
