import { notify } from '../ui/index.ts';
import { failureText } from './failure-text.ts';

interface FileToSave {
  /** With its ending; what no system takes in a name is left out. */
  readonly name: string;
  readonly file: Blob;
  /** Asks the shell, which asks the person for a place. */
  save(): Promise<{ readonly saved: boolean }>;
}

/** Into a file where the person says, or with what the browser downloads; `said` once it is there. */
export async function saveFile(make: () => Promise<FileToSave>, said: string): Promise<void> {
  try {
    const { name, file, save } = await make();
    if (location.protocol.startsWith('http')) download(file, name);
    else if (!(await save()).saved) return;
    notify({ text: said });
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  }
}

/** The address is let go once the browser has read it. */
function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
