/** Beside the window's own files: tables of Chinese encodings, the fourteen fonts that a PDF need not bring, decoders. */
const folder = (name: string) => new URL(`pdf/${name}/`, document.baseURI).href;

export const DATA_FOLDERS = {
  cMapUrl: folder('cmaps'),
  standardFontDataUrl: folder('standard_fonts'),
  wasmUrl: folder('wasm'),
};

type Kind = keyof typeof DATA_FOLDERS;

/** What the library reads beside a PDF, by `fetch` on every host: it would not know the scheme of the Electron window. */
export class BuiltData {
  async fetch({ kind, filename }: { readonly kind: Kind; readonly filename: string }): Promise<Uint8Array> {
    const answer = await fetch(`${DATA_FOLDERS[kind]}${filename}`);
    if (!answer.ok) throw new Error(`no such file: ${filename}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
