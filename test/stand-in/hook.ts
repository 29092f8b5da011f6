import { registerHooks } from 'node:module';

/** `import … from 'electron'` gets the recording stand-in. Use: node --import ./test/stand-in/hook.ts FILE */
const url = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url, shortCircuit: true } : next(name, context)),
});
