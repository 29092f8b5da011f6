import { parentPort } from 'node:worker_threads';
import { SuggestionIndex } from '#archive/search/suggestions.ts';
import type { SuggestAnswer, SuggestMessage } from './suggest-messages.ts';

const index = new SuggestionIndex();

parentPort?.on('message', (message: SuggestMessage) => {
  if (message.is === 'add') index.add(message.rows);
  else if (message.is === 'remove') index.remove(message.articles);
  else if (message.is === 'tags') index.setTags(message.paths);
  else {
    const { call, text, limit } = message;
    parentPort?.postMessage({ call, suggestions: index.suggest(text, limit) } satisfies SuggestAnswer);
  }
});
