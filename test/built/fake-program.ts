import { chmodSync, writeFileSync } from 'node:fs';

/** A program of a few lines, run by this Node: what stands for a browser or for Electron in a test. */
export function writeProgram(path: string, body: string): string {
  writeFileSync(path, `#!${process.execPath}\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

/**
 * A browser that opens its app window: it writes down its arguments, resolves the address by the rules it was given,
 * exchanges the code and stays until it is ended. On the pipe it brings its page to the front when asked.
 */
export const OBEDIENT_BROWSER = `
const fs = require('node:fs');
const http = require('node:http');
const flags = process.argv.slice(2);
fs.writeFileSync(process.env.FAKE_SEEN, JSON.stringify(flags));
const app = new URL(flags.find((flag) => flag.startsWith('--app=')).slice(6));
const port = Number(/MAP jianbao.localhost 127.0.0.1:(\\d+)/.exec(flags.join())[1]);
const body = JSON.stringify({ code: app.hash.slice(6) });
const headers = { host: app.host, origin: app.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'content-length': body.length };
const ask = http.request({ host: '127.0.0.1', port, path: '/session', method: 'POST', headers }, (answer) => {
  fs.appendFileSync(process.env.FAKE_SEEN, '\\n' + answer.statusCode);
  answer.resume();
});
ask.end(body);
const out = fs.createWriteStream('', { fd: 4 });
let rest = '';
fs.createReadStream('', { fd: 3 }).setEncoding('utf8').on('data', (text) => {
  const messages = (rest + text).split('\\0');
  rest = messages.pop();
  for (const { id, method } of messages.map(JSON.parse)) {
    fs.appendFileSync(process.env.FAKE_SEEN, '\\n' + method);
    const result = method === 'Target.getTargets' ? { targetInfos: [{ targetId: 't', type: 'page' }] } : { sessionId: 's' };
    out.write(JSON.stringify({ id, result }) + '\\0');
  }
}).on('end', () => process.exit());
setTimeout(() => process.exit(), 60_000);
`;
