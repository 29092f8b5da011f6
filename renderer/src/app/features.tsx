import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { NamesOf } from '#contract/naming.ts';
import {
  AskForRule,
  chooseFiles,
  chooseFolder,
  chooseFolderWithRule,
  DropZone,
  ImportPanel,
  importSamples,
  NameFiles,
} from '../features/intake/index.ts';
import { useTranslation } from '../strings/index.ts';
import { type Acts, ActsProvider } from './acts.tsx';
import { useAppearance } from './appearance.tsx';
import { useCommands } from './commands.ts';
import { OutsideDialog, openOutside } from './outside-dialog.tsx';

const ExportDialog = lazy(() =>
  import('../features/export/index.ts').then(({ ExportDialog }) => ({ default: ExportDialog })),
);

const TermListDialog = lazy(() =>
  import('../features/terms/index.ts').then(({ TermListDialog }) => ({ default: TermListDialog })),
);

interface FeaturesProps {
  readonly children: ReactNode;
  /** The import under way is shown over what is there; elsewhere the screen has a place for it. */
  readonly isPanelOver: boolean;
}

/** What stands around every screen: dropping files anywhere, the import under way, the export dialog. */
export function Features({ children, isPanelOver }: FeaturesProps) {
  const intake = useTranslation('intake').t;
  const exporting = useTranslation('export').t;
  const terms = useTranslation('terms').t;
  const { nameRule, change } = useAppearance();
  const [selection, setSelection] = useState<ExportSelection | null>(null);
  const [named, setNamed] = useState<NamesOf | null>(null);
  const [isListing, setListing] = useState(false);
  const [outside, setOutside] = useState<string | null>(null);
  const acts = useMemo<Acts>(
    () => ({
      importFiles: chooseFiles,
      importFolder: chooseFolder,
      importByRule: chooseFolderWithRule,
      importSamples,
      nameFiles: setNamed,
      exportArticles: setSelection,
      copyCitations: (of) =>
        void import('../features/export/index.ts').then(({ copyText }) => copyText(of, 'citations')),
      listTerms: () => setListing(true),
      openOutside: (url) => void openOutside(url, setOutside),
    }),
    [],
  );
  useCommands([
    { id: 'import.files', section: 'archive', text: intake('importFiles'), keys: ['$mod+o'], run: chooseFiles },
    {
      id: 'import.folder',
      section: 'archive',
      text: intake('importFolder'),
      keys: ['$mod+Shift+o'],
      run: chooseFolder,
    },
    { id: 'import.rule', section: 'archive', text: intake('importByRule'), run: chooseFolderWithRule },
    {
      id: 'import.ask',
      section: 'archive',
      text: intake(nameRule.asks ? 'askNoMore' : 'askAlways'),
      run: () => change({ nameRule: { ...nameRule, asks: !nameRule.asks } }),
    },
    { id: 'import.samples', section: 'archive', text: intake('importSamples'), run: importSamples },
    {
      id: 'export',
      section: 'archive',
      text: exporting('command'),
      keys: ['$mod+e'],
      run: () => setSelection({ of: 'all' }),
    },
    { id: 'search.terms', section: 'go', text: terms('command'), run: () => setListing(true) },
  ]);
  return (
    <ActsProvider value={acts}>
      {children}
      {isPanelOver && <ImportPanel />}
      <AskForRule />
      <DropZone />
      {outside !== null && <OutsideDialog url={outside} onClose={() => setOutside(null)} />}
      <NameFiles of={named} onClose={() => setNamed(null)} />
      {isListing && (
        <Suspense>
          <TermListDialog onClose={() => setListing(false)} />
        </Suspense>
      )}
      {selection && (
        <Suspense>
          <ExportDialog selection={selection} onClose={() => setSelection(null)} />
        </Suspense>
      )}
    </ActsProvider>
  );
}
