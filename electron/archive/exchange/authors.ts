import type { Author } from './reference.ts';

/** A paper, its site or its station in a byline is no author. */
const PAPER = /[报刊网台]社?$/u;
const AGENCY = /新华社|新华网|中新社|中国新闻社|美联社|路透社|法新社|共同社|塔斯社|中央社/u;
/** What institutions end in. Names of people of three characters end in none of the first five. */
const INSTITUTION =
  /^\p{Script=Han}{2,}[部局厅署社]$|^\p{Script=Han}{3,}[委会院所办处站室]$|^\p{Script=Han}{2,}(?:中心|大学|公司|集团)$/u;
const COMMENTATOR = /评论员$/u;
const BETWEEN = /[\s、，,;；|]+/u;

const LATIN_KIND =
  'Press|Reuters|Xinhua|Bloomberg|AFP|TASS|Agency|Board|Council|Ministry|Department|Institute|University|College|Bureau|Office|Committee|Commission|Association|Society|Union|Service|Group|Company|Trust|Cent(?:er|re)|Authority|Foundation|Federation|Police';
const LATIN_INSTITUTION = new RegExp(`\\b(?:${LATIN_KIND})$`, 'iu');
/** `Ministry of Food and Forests`: the `and` is its own. */
const LATIN_OFFICE = new RegExp(`^(?:the )?(?:${LATIN_KIND}) (?:of|for|on) `, 'iu');
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/u;

/**
 * Who wrote it: the people that were told apart in its byline, else the institution that it names. `本报评论员` stays as it is
 * printed. A byline that names neither, or nothing but the paper, has no author.
 */
export function authorsOf(byline: string, people: readonly string[], publication: string): Author[] {
  const latin = latinInstitutions(byline);
  if (latin.some((name) => LATIN_OFFICE.test(name))) return latin.map((literal) => ({ literal }));
  const isNobody = (name: string) => PAPER.test(name) || INSTITUTION.test(name) || COMMENTATOR.test(name);
  const persons = people.filter((name) => name !== publication && !isNobody(name));
  const authors = persons.map((name) => (LATIN_INSTITUTION.test(name) ? { literal: name } : personOf(name)));
  if (authors.length > 0) return authors;
  return [...new Set([...hanInstitutions(byline), ...latin])]
    .filter((name) => name !== publication)
    .map((literal) => ({ literal }));
}

function hanInstitutions(byline: string): string[] {
  return byline
    .normalize('NFKC')
    .split(BETWEEN)
    .flatMap((part) => {
      const agency = AGENCY.exec(part)?.[0];
      if (agency !== undefined) return [agency];
      return COMMENTATOR.test(part) || (INSTITUTION.test(part) && !PAPER.test(part)) ? [part] : [];
    });
}

function latinInstitutions(byline: string): string[] {
  return byline
    .normalize('NFKC')
    .replace(/^\s*by\s+(?:the\s+)?/iu, '')
    .split(/[,;|/]/u)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => /^\p{Lu}/u.test(part) && (LATIN_INSTITUTION.test(part) || LATIN_OFFICE.test(part)));
}

/** Names in Han characters stay whole: where the family name ends is not written in them. Particles go with the family. */
function personOf(name: string): Author {
  if (!/^\p{Script=Latin}/u.test(name)) return { literal: name };
  const words = name.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  let first = words.length - 1;
  while (first > 1 && /^\p{Ll}/u.test(words[first - 1] ?? '')) first -= 1;
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' '), suffix };
}
