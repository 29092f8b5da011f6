import { useEffect, useRef } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { isForText, isPressing, isShortcutAllowed } from './shortcut-rules.ts';

export type CommandSection = 'go' | 'desk' | 'article' | 'mark' | 'list' | 'view' | 'archive';

/** As they stand in the palette. */
export const COMMAND_SECTIONS: readonly CommandSection[] = ['go', 'desk', 'article', 'mark', 'list', 'view', 'archive'];

/** Something a person can do: it stands in the palette and in the list of keys, and answers to its keys. */
export interface Command {
  readonly id: string;
  readonly text: string;
  readonly section: CommandSection;
  /** As tinykeys writes them: `$mod+k`, `Shift+J`, `g u`. The first is the one shown. Fixed while the component lives. */
  readonly keys?: readonly string[];
  readonly run: () => void;
  /** Wins over others with the same keys: it acts on what is chosen inside what they act on. */
  readonly isFirst?: boolean;
  /** It would do nothing now: not in the palette, and its keys are left to others. */
  readonly isOff?: boolean;
  /** Again and again while its key is held down. */
  readonly isRepeated?: boolean;
}

type Offer = { current: readonly Command[] };
const offers = new Set<Offer>();
let handler: EventListener | undefined;

/** Offers commands for as long as the component is there. A later offer wins where keys are the same. */
export function useCommands(commands: readonly Command[]): void {
  const offer = useRef(commands);
  useEffect(() => {
    offer.current = commands;
  });
  useEffect(() => {
    offers.add(offer);
    handler = undefined;
    return () => {
      offers.delete(offer);
      handler = undefined;
    };
  }, []);
}

/** All commands on offer that would do something now, in order of section. */
export function listCommands(): readonly Command[] {
  return [...offers].flatMap((offer) => offer.current).filter((command) => !command.isOff);
}

export function runCommand(id: string): void {
  listCommands()
    .find((command) => command.id === id)
    ?.run();
}

/** Made at the first key after the offers changed: an article that opens changes them several times. */
function makeHandler(): EventListener {
  const keys = new Set([...offers].flatMap((offer) => offer.current.flatMap((command) => command.keys ?? [])));
  const bindings = Object.fromEntries(
    [...keys].map((key) => [
      key,
      (event: KeyboardEvent) => {
        const willing = listCommands().filter((candidate) => candidate.keys?.includes(key));
        const command = willing.findLast((candidate) => candidate.isFirst) ?? willing.at(-1);
        if (!command || (isForText(event.target) && !worksInText(key))) return;
        if ((event.repeat && !command.isRepeated) || isPressing(event)) return;
        event.preventDefault();
        command.run();
      },
    ]),
  );
  return createKeybindingsHandler(bindings, { ignore: (event) => !isShortcutAllowed(event) });
}

/** While one writes only keys that write nothing are shortcuts. */
function worksInText(key: string): boolean {
  return /^(\$mod|Control|Meta|Alt)\+/.test(key) || /^F\d+$/.test(key);
}

/** Listens for the whole window; called once. */
export function listenForShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    handler ??= makeHandler();
    handler(event);
  });
}
