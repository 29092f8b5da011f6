import { lazy, Suspense } from 'react';
import type { NamesOf } from '#contract/naming.ts';

const ArchiveNamesDialog = lazy(() =>
  import('./archive-names-dialog.tsx').then(({ ArchiveNamesDialog }) => ({ default: ArchiveNamesDialog })),
);

interface NameFilesProps {
  readonly of: NamesOf | null;
  readonly onClose: () => void;
}

/** The question about names of files in the archive, where somebody wants to be asked. */
export function NameFiles({ of, onClose }: NameFilesProps) {
  if (!of) return null;
  return (
    <Suspense>
      <ArchiveNamesDialog of={of} onClose={onClose} />
    </Suspense>
  );
}
