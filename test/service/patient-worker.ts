import { parentPort } from 'node:worker_threads';

/** A thread whose tasks are told by a word, a page's text or a file's name: what a parser may do to it. */
parentPort?.on('message', (given: { text?: string; name?: string }) => {
  const task = { text: given.text ?? given.name };
  if (task.text === 'loop') for (;;);
  if (task.text === 'exit') process.exit(3);
  if (task.text === 'throw') throw new Error('thrown');
  if (task.text === 'eat') {
    const held: unknown[] = [];
    for (;;) held.push(new Array(1000).fill(Math.random()));
  }
  if (task.text === 'unpack') {
    const held: Uint8Array[] = [];
    // Far more than a test's thread may hold, and far less than the machine has.
    for (;;) if (held.length < 16) held.push(new Uint8Array(16 << 20).fill(1));
  }
  if (task.text === 'refuse') parentPort?.postMessage({ refused: 'binary' });
  else parentPort?.postMessage({ result: `${task.text} by ${process.pid}` });
});
