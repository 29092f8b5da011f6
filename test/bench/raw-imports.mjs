// For scripts that Node runs from the sources: `import text from './x.sql?raw'`, which otherwise only Vite understands.
// node --import ./test/bench/raw-imports.mjs test/bench/SCRIPT.ts
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('?raw')) return next(url, context);
    const text = readFileSync(fileURLToPath(new URL(url.slice(0, -'?raw'.length))), 'utf8');
    return { format: 'module', source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
  },
});
