import { inTurn, takeBag, takeFiles } from './asking.ts';
import { bagAmong, filesOf } from './read-files.ts';

const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.xml,.pdf,.png,.jpg,.jpeg';

function choose(prepare: (input: HTMLInputElement) => void, asksRule = false): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  prepare(input);
  input.addEventListener('change', () => {
    if (!input.files || input.files.length === 0) return;
    const files = filesOf(input.files);
    const bag = bagAmong(files);
    if (bag === undefined) takeFiles(inTurn(files), asksRule);
    else takeBag(bag, inTurn(files));
  });
  input.click();
}

/** Must be called from a click or a key: a page may not open a chooser by itself. */
export function chooseFiles(): void {
  choose((input) => {
    input.accept = ACCEPTED;
  });
}

export function chooseFolder(): void {
  choose((input) => {
    input.webkitdirectory = true;
  });
}

/** The same, and one is asked how its names are to be read, whatever the setting says. */
export function chooseFolderWithRule(): void {
  choose((input) => {
    input.webkitdirectory = true;
  }, true);
}
