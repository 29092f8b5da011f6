import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const main = {
  index: 'electron/main/index.ts',
  service: 'electron/service/index.ts',
  worker: 'electron/service/worker.ts',
  suggest: 'electron/service/suggest.ts',
  loopback: 'electron/loopback/index.ts',
  cli: 'electron/cli/index.ts',
};

export default defineConfig({
  main: { build: { outDir: 'out/main', rollupOptions: { input: main } } },
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
    plugins: [react()],
    build: { minify: true, outDir: 'out/renderer', rollupOptions: { input: 'renderer/index.html' } },
  },
});
