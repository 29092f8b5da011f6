import { useEffect, useRef, useState } from 'react';
import { i18next } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import { joinNotes } from './join-notes.ts';

interface DraftProps {
  /** The note as it stands: another window may change it while one writes. */
  readonly note: string;
  /** False when it was not written. */
  readonly write: (note: string) => Promise<boolean>;
  readonly onDone: () => void;
}

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Ends the writing. False: what could not be written stays in the field. */
  readonly settle: (isKept: boolean) => Promise<boolean>;
}

/** A note while it is written. It is settled once, by whichever comes first: a key, a button, or leaving the field. */
export function useDraft({ note, write, onDone }: DraftProps): Draft {
  const [begun] = useState(note);
  const [text, setText] = useState(note);
  const isSettled = useRef(false);
  async function settle(isKept: boolean): Promise<boolean> {
    if (isSettled.current) return true;
    isSettled.current = true;
    const next = isKept ? joinNotes(begun, note, text) : note;
    isSettled.current = next === note || (await write(next));
    if (!isSettled.current) return false;
    if (next !== note && next !== text) notify({ text: i18next.t('bothNotes') });
    onDone();
    return true;
  }
  // A field that goes with its article, as when another one is opened, is left without being told.
  const leave = useRef<() => void>(undefined);
  useEffect(() => {
    leave.current = () => {
      if (joinNotes(begun, note, text) !== note) void settle(true);
    };
  });
  useEffect(() => () => leave.current?.(), []);
  return { text, setText, settle };
}
