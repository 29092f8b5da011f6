import type { ColourNames, HighlightColour } from '#contract/annotations.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { factReads, factWrites } from './facts.ts';

export function colourNameReads(db: ReadDb) {
  const facts = factReads(db);
  return {
    /** Only of those that a person named; the others have the names of the window's language. */
    all(): ColourNames {
      return JSON.parse(facts.get('colour_names') ?? '{}') as ColourNames;
    },
  };
}

export function colourNameWrites(db: WriteDb) {
  const facts = factWrites(db);
  const { all } = colourNameReads(db);
  return {
    /** An empty name is the window's own again. Returns the one before. */
    rename(colour: HighlightColour, name: string): string {
      const { [colour]: before = '', ...rest } = all();
      facts.put('colour_names', JSON.stringify(name === '' ? rest : { ...rest, [colour]: name }));
      return before;
    },
  };
}
