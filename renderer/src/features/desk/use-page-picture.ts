import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { SourceId } from '#contract/ids.ts';
import type { PositionPage } from '#contract/positions.ts';
import { archive } from '../../api/index.ts';

/** Of a whole issue only the pictures around the one in view are held. */
const HELD_MILLISECONDS = 20_000;

/** What the archive holds of a page as a picture, as an address for `img`; undefined until it is here, or where there is none. */
export function usePagePicture(source: SourceId, page: number, image: PositionPage['image']): string | undefined {
  const { data } = useQuery({
    // A picture never changes: whatever refreshes the places leaves it alone.
    queryKey: ['page picture', source, page],
    queryFn: ({ signal }) => readPicture(source, page, image, signal),
    enabled: image !== null,
    gcTime: HELD_MILLISECONDS,
    // Without it the page is drawn from its text.
    throwOnError: false,
  });
  const address = useMemo(() => data && URL.createObjectURL(data), [data]);
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}

async function readPicture(
  source: SourceId,
  page: number,
  image: PositionPage['image'],
  signal: AbortSignal,
): Promise<Blob> {
  const pieces: ArrayBuffer[] = [];
  let offset = 0;
  while (image && offset < image.bytes) {
    const { piece } = await archive.positions.image({ source, page, offset }, { signal });
    pieces.push(await piece.arrayBuffer());
    offset += piece.size;
  }
  return new Blob(pieces, image ? { type: image.mediaType } : {});
}
