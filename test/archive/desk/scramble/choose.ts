import type { CleanArticle } from './article.ts';
import type { Random } from './random.ts';

/** How often a page is small, has one topic, and has an article with boxes among its first. */
const SHARE = { small: 0.1, oneTopic: 0.56, host: 0.45 } as const;
/** Characters of text: what most printed pages hold, and small ones. */
const LENGTH = { page: [4200, 7200], small: [800, 3000] } as const satisfies Record<string, readonly [number, number]>;
/** A topic with this share of a page fills it, though a little loosely. */
const FILLED = 0.6;

/** As many articles as a printed page holds; now and then a small page, or all of a topic that has no more. */
export function chooseArticles(articles: readonly CleanArticle[], random: Random): CleanArticle[] {
  const free = articles.filter((article) => !article.fields.parent);
  const room = random.chance(SHARE.small) ? random.int(...LENGTH.small) : random.int(...LENGTH.page);
  const oneTopic = random.chance(SHARE.oneTopic);
  const topics = [...new Set(free.flatMap((article) => article.fields.topic ?? []))];
  const on = (topic: string) => free.filter((article) => article.fields.topic === topic);
  const enough = topics.filter((topic) => on(topic).length >= 2 && lengthOf(on(topic)) >= room * FILLED);
  const pool = oneTopic && enough.length > 0 ? on(random.pick(enough)) : free;
  const boxesOf = (host: CleanArticle) => articles.filter((box) => box.fields.parent === host.name);
  const rest = longFirst(pool, random);
  const hosts = rest.filter((article) => boxesOf(article).length > 0);
  if (hosts.length > 0 && random.chance(SHARE.host)) {
    const host = random.pick(hosts);
    rest.splice(rest.indexOf(host), 1);
    rest.splice(random.int(0, 1), 0, host);
  }
  const picked: CleanArticle[] = [];
  for (const article of rest) {
    if (picked.length >= 2 && lengthOf(picked) >= room) break;
    picked.push(article, ...boxesOf(article));
  }
  return picked;
}

/** In any order, but long articles come first oftener: short ones fill what they leave. */
const longFirst = (articles: readonly CleanArticle[], random: Random): CleanArticle[] =>
  articles
    .map((article) => ({ article, key: Math.log(random.next()) / lengthOf([article]) ** 2 }))
    .toSorted((a, b) => b.key - a.key)
    .map(({ article }) => article);

const lengthOf = (articles: readonly CleanArticle[]) =>
  articles.reduce((sum, { items }) => sum + items.reduce((length, { text }) => length + text.length, 0), 0);
