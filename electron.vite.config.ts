import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin, Rolldown } from 'vite';

const main = {
  index: 'electron/main/index.ts',
  service: 'electron/service/index.ts',
  worker: 'electron/service/worker.ts',
  suggest: 'electron/service/suggest.ts',
  template: 'electron/service/template.ts',
  loopback: 'electron/loopback/index.ts',
  cli: 'electron/cli/index.ts',
};

/**
 * Libraries that every start reads: as one file each start is a third of a second shorter than with their hundreds of
 * small ones. Whatever has native parts or is read in a thread stays a package.
 */
const ATONCE = [
  'zod',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  '@orpc/standard-server-peer',
  'pinyin-pro',
  'yaml',
];

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: ATONCE },
      rollupOptions: { input: main },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react(), preloadMain(), pdfData()],
    // Its version for browsers decodes by writing HTML, which the window's policy forbids; this one has a table.
    resolve: { alias: { 'decode-named-character-reference': decodeByTable() } },
    build: {
      minify: true,
      outDir: 'out/renderer',
      // One file on purpose, see below.
      chunkSizeWarningLimit: 2000,
      rollupOptions: {
        input: 'renderer/index.html',
        // What the first picture needs is two files. Of thirty small ones, made of what rooms have in common, most wait:
        // a browser asks a host for six at a time, and what it asks for itself waits behind them.
        output: {
          codeSplitting: {
            groups: [
              // Apart from the boot module, which waits for the window: nothing in that may wait for the boot module.
              { name: 'early', test: /\/src\/(api\/sockets|features\/pdf\/workers)\.ts$|preload-helper/, priority: 2 },
              { name: 'window', test: /\/src\/main\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
});

function decodeByTable(): string {
  return createRequire(import.meta.url).resolve('decode-named-character-reference');
}

/** What pdf.js reads when a page needs it: tables of encodings, fonts that a PDF need not bring, decoders of pictures. */
const PDF_DATA = { cmaps: /\.bcmap$/, standard_fonts: /\.(pfb|ttf)$/, wasm: /^(jbig2|openjpeg)_nowasm_fallback\.js$/ };

function pdfData(): Plugin {
  return {
    name: 'pdf-data',
    generateBundle() {
      const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      for (const [folder, wanted] of Object.entries(PDF_DATA))
        for (const name of readdirSync(join(library, folder)).filter((each) => wanted.test(each)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: readFileSync(join(library, folder, name)),
          });
    },
  };
}

/** The boot module asks for the window only after it ran itself; the window's files are fetched meanwhile. */
function preloadMain(): Plugin {
  return {
    name: 'preload-main',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = new Map(
          Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
        );
        const isMain = (chunk: Rolldown.OutputChunk) =>
          chunk.isDynamicEntry && chunk.facadeModuleId?.endsWith('/src/main.tsx');
        const found = new Set([...chunks.values()].filter(isMain).map(({ fileName }) => fileName));
        for (const name of found) for (const next of chunks.get(name)?.imports ?? []) found.add(next);
        const styles = new Set([...found].flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]));
        const link = (rel: string, file: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `./${file}`, nonce: '__CSP_NONCE__' },
          injectTo: 'head' as const,
        });
        return [
          ...[...found].map((file) => link('modulepreload', file)),
          ...[...styles].map((file) => link('stylesheet', file)),
        ];
      },
    },
  };
}
