import { importFiles } from './import-state.ts';
import { type ChosenFile, filesOf } from './read-files.ts';

const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.xml,.png,.jpg,.jpeg';

async function* inTurn(files: readonly ChosenFile[]): AsyncGenerator<ChosenFile> {
  yield* files;
}

function choose(prepare: (input: HTMLInputElement) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  prepare(input);
  input.addEventListener('change', () => {
    if (input.files && input.files.length > 0) importFiles(inTurn(filesOf(input.files)));
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
