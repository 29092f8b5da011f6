import type { HighlightColour } from '#contract/annotations.ts';
import type { Act } from '../store/act.ts';
import { colourNameWrites } from '../store/colour-names.ts';
import type { WriteDb } from '../store/database.ts';

export interface ColourRenamed {
  readonly colour: HighlightColour;
  readonly before: string;
  readonly after: string;
}

/** Gives a colour another name: what it means in this archive, in whatever window it is opened. */
export function renameColour(
  db: WriteDb,
): Act<{ readonly colour: HighlightColour; readonly name: string }, ColourRenamed> {
  const names = colourNameWrites(db);
  return {
    action: 'annotation.rename_colour',
    topics: ['annotations'],
    do({ colour, name }) {
      const before = names.rename(colour, name);
      return { payload: { colour, before, after: name }, count: before === name ? 0 : 1 };
    },
    undo({ colour, before }) {
      names.rename(colour, before);
    },
    redo({ colour, after }) {
      names.rename(colour, after);
    },
  };
}
