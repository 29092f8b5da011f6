import type { SourceId } from '#contract/ids.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { archive, Failure } from '../../api/index.ts';
import { BuiltData, DATA_FOLDERS } from './built-data.ts';
import { withinSight } from './within-sight.ts';
import { PDF_WORKERS } from './workers.ts';

/** What is drawn of a page is at most so many pixels: 64 MB in each of the three places where they stand at once. */
const PIXELS = 16_000_000;
/** A picture inside a page that has more is left out: a broadsheet at 600 dots an inch has 130 million. */
const PICTURE_PIXELS = 150_000_000;
const SECONDS = 20;
const TRIES = 5;

export interface OpenPdf {
  /** A page as wide as that, in pixels; rejects when it cannot be drawn, or is not wanted any more. */
  draw(page: number, width: number, signal: AbortSignal): Promise<HTMLCanvasElement>;
  close(): void;
}

/**
 * The pages of a PDF as pictures. It is parsed in one worker and painted in another, and neither outlives what it takes
 * too long over: `onLost` is told. Nothing in it is run, and only the window's own files and its own bytes are read for it.
 */
export async function openPdf(source: SourceId, bytes: number, onLost: () => void): Promise<OpenPdf> {
  const library = await import('pdfjs-dist');
  const parser = new Worker(PDF_WORKERS.parser, { type: 'module' });
  const painter = new Worker(PDF_WORKERS.painter, { type: 'module' });
  const closing = new AbortController();
  const { signal } = closing;

  class Pieces extends library.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      readRange(source, begin, end, signal).then((range) => this.onDataRange(begin, range), lose);
    }
  }
  // Ports of our own: without them the library would look for a script by an address, or parse in the window itself.
  const options = library.GlobalWorkerOptions;
  options.workerPort = parser;
  options.rendererPorts = [painter];
  const task = library.getDocument({
    range: new Pieces(bytes, null),
    rangeChunkSize: PIECE_BYTES / 4,
    disableAutoFetch: true,
    disableStream: true,
    BinaryDataFactory: BuiltData,
    ...DATA_FOLDERS,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: PICTURE_PIXELS,
    verbosity: 0,
  });
  options.workerPort = null;
  options.rendererPorts = [];

  function close(): void {
    if (signal.aborted) return;
    closing.abort();
    // The library waits for an answer of threads that give none any more.
    task.destroy().catch(() => undefined);
    parser.terminate();
    painter.terminate();
  }
  function lose(): void {
    if (signal.aborted) return;
    close();
    onLost();
  }
  parser.addEventListener('error', lose);
  painter.addEventListener('error', lose);
  signal.addEventListener('abort', () => task.promise.catch(() => undefined));

  const opened = await withinSight(task.promise, SECONDS, signal).catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    close,
    async draw(number, width, wanted) {
      const page = await withinSight(opened.getPage(number + 1), SECONDS, signal).catch(losing);
      wanted.throwIfAborted();
      const whole = page.getViewport({ scale: 1 });
      const scale = Math.min(width / whole.width, Math.sqrt(PIXELS / (whole.width * whole.height)));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(whole.width * scale));
      canvas.height = Math.max(1, Math.round(whole.height * scale));
      const { DISABLE } = library.AnnotationMode;
      const drawing = page.render({ canvas, viewport: page.getViewport({ scale }), annotationMode: DISABLE });
      const stop = () => drawing.cancel();
      wanted.addEventListener('abort', stop);
      try {
        await withinSight(drawing.promise, SECONDS, signal).catch(losing);
        return canvas;
      } finally {
        wanted.removeEventListener('abort', stop);
      }
    },
  };

  function losing(error: unknown): never {
    if (error instanceof DOMException && error.name === 'TimeoutError') lose();
    throw error;
  }
}

/** Of the file, as it stands among the originals. A service that died is there again in a moment. */
async function readRange(source: SourceId, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  const range = new Uint8Array(end - begin);
  let tries = 0;
  for (let at = begin; at < end; ) {
    try {
      const bytes = Math.min(end - at, PIECE_BYTES);
      const { piece } = await archive.positions.pdf({ source, offset: at, bytes }, { signal });
      range.set(new Uint8Array(await piece.arrayBuffer()), at - begin);
      at += piece.size;
    } catch (error) {
      tries += 1;
      if (!(error instanceof Failure && error.code === 'DISCONNECTED') || tries > TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  return range;
}
