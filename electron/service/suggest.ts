import { parentPort } from 'node:worker_threads';
import { SuggestionIndex } from '#archive/search/suggestions.ts';
import type { SuggestAnswer, SuggestMessage } from './suggest-messages.ts';

const index = new SuggestionIndex();

/** How things are read is learned when nothing was said for so long: after a start, and after an import. */
const QUIET_MILLISECONDS = 500;
/** Entries in one turn; a question waits no longer than for these. */
const READ_AT_ONCE = 500;

let quiet: NodeJS.Timeout | undefined;
let isReading = false;

function readOn(): void {
  if (index.work(READ_AT_ONCE)) setImmediate(readOn);
}

async function learnToRead(): Promise<void> {
  if (!isReading) {
    isReading = true;
    const { pinyin } = await import('pinyin-pro');
    index.readAs((character) => {
      const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, nonZh: 'removed' });
      return [...new Set(readings.flatMap((reading) => [reading.replaceAll('ü', 'v'), reading.replaceAll('ü', 'u')]))];
    });
  }
  readOn();
}

parentPort?.on('message', (message: SuggestMessage) => {
  if (message.is === 'suggest') {
    const { call, text, limit } = message;
    parentPort?.postMessage({ call, suggestions: index.suggest(text, limit) } satisfies SuggestAnswer);
    return;
  }
  if (message.is === 'add') index.add(message.rows);
  else if (message.is === 'remove') index.remove(message.articles);
  else index.setTags(message.paths);
  clearTimeout(quiet);
  quiet = setTimeout(() => void learnToRead(), QUIET_MILLISECONDS);
});
