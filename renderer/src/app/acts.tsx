import { createContext, useContext } from 'react';
import type { ExportSelection } from '#contract/exports.ts';
import type { NamesOf } from '#contract/naming.ts';

/** What one feature asks of another: the shell that mounts both hands it over. */
export interface Acts {
  /** Opens the system's chooser for files; must be called from a click or a key. */
  readonly importFiles: () => void;
  readonly importFolder: () => void;
  /** A folder, with a question about its names first. */
  readonly importByRule: () => void;
  readonly importSamples: () => void;
  /** Asks for a naming rule for files that are in the archive already. */
  readonly nameFiles: (of: NamesOf) => void;
  readonly exportArticles: (selection: ExportSelection) => void;
  /** Where chosen articles are from, to the clipboard. */
  readonly copyCitations: (selection: ExportSelection) => void;
  /** Looks for many names at once. */
  readonly listTerms: () => void;
  /** Opens a web address in another program, once the person saw its real host. */
  readonly openOutside: (url: string) => void;
}

const Context = createContext<Partial<Acts>>({});
export const ActsProvider = Context.Provider;

/** An act that nobody offers is undefined, and its button is not drawn. */
export function useActs(): Partial<Acts> {
  return useContext(Context);
}
