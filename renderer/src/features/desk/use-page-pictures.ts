import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { PagePositions } from '#contract/positions.ts';
import { archive } from '../../api/index.ts';

/** What the archive holds of each page as a picture, as an address for `img`; undefined until it is here, or where there is none. */
export function usePagePictures({ source, pages }: PagePositions): readonly (string | undefined)[] {
  const found = useQueries({
    queries: pages.map(({ image }, page) => ({
      // A picture never changes: whatever refreshes the places leaves it alone.
      queryKey: ['page picture', source, page],
      queryFn: ({ signal }: { signal: AbortSignal }) => readPicture(source, page, image, signal),
      enabled: image !== null,
      // Without it the page is drawn from its text.
      throwOnError: false,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  const addresses = useMemo(() => found.map((blob) => blob && URL.createObjectURL(blob)), [found]);
  useEffect(
    () => () => {
      for (const address of addresses) if (address) URL.revokeObjectURL(address);
    },
    [addresses],
  );
  return addresses;
}

type Picture = PagePositions['pages'][number]['image'];

async function readPicture(
  source: PagePositions['source'],
  page: number,
  image: Picture,
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
