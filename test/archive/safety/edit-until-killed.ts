import { openArchive } from '#archive/archive.ts';
import type { ArticleId } from '#contract/ids.ts';
import { clientOf, testOptions } from '../temporary-archive.ts';

// Edits one article after the other until somebody ends it, and says each edit once it is done: `note ID WORD`, `gone ID`, `back ID`.
const [dir = '', begin = '0'] = process.argv.slice(2);
const client = clientOf(await openArchive(dir, testOptions()));
const { items } = await client.articles.list({});
const say = (...words: readonly string[]) => process.stdout.write(`${words.join(' ')}\n`);
for (let turn = Number(begin); ; turn += 1) {
  const article = items[turn % items.length]?.id as ArticleId;
  const word = `watchword${turn}`;
  await client.articles.setNote({ id: article, note: `记下 ${word} 一事。` });
  say('note', article, word);
  await client.tags.apply({ articles: [article], add: [`标签/${turn % 5}`], remove: [`标签/${(turn + 1) % 5}`] });
  if (turn % 3 > 0) continue;
  await client.articles.remove({ ids: [article] });
  say('gone', article);
  await client.articles.restore({ ids: [article] });
  say('back', article);
}
