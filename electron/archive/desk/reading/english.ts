/** English grammar as far as its small words tell it: enough to see that a line breaks off, and what cannot follow. */

const set = (words: string) => new Set(words.split(' '));
const DETERMINERS = set('a an the my your his its our their this these those every each no some any both two three');
const PREPOSITIONS = set(
  'of in on at by for from with to into onto about against between among during through over under after before since until without within across behind along around near toward towards upon than as',
);
const CONJUNCTIONS = set(
  'and or but nor that which who whom whose where when while because if although though whether so',
);
const AUXILIARIES = set(
  'is are was were be been being am has have had do does did will would shall should can could may might must not',
);
/** What a thing or a person does; no noun, so nothing that a determiner waits for. */
const FINITE = set('is are was were has had have did does will would said says who which that and or but of than');

const PRONOUNS = set(
  'they them she what then there here said says also only more most such very just other been being each than like some over into your',
);
/** Words that hold sentences together and say nothing of what they are about. */
export const isGrammar = (word: string) =>
  [DETERMINERS, PREPOSITIONS, CONJUNCTIONS, AUXILIARIES, PRONOUNS].some((words) => words.has(word));

const lastWord = (text: string) => /(\p{L}+)["”’')]*$/u.exec(text.slice(-60))?.[1] ?? '';
const firstWord = (text: string) => /^["“‘'(]*(\p{L}+)/u.exec(text)?.[1] ?? '';

/** Ends in a word that leads on: no headline and no sentence ends so. */
export function leadsOn(text: string): boolean {
  const word = lastWord(text);
  if (word !== word.toLowerCase() || !/\p{L}$/u.test(text)) return false;
  return DETERMINERS.has(word) || PREPOSITIONS.has(word) || CONJUNCTIONS.has(word) || AUXILIARIES.has(word);
}

/** Words that are written with a capital where a sentence begins, and nowhere else. */
const OPENERS = set(
  'the a an he she it they we you there here then now but and or so besides among although while when if after before since because however meanwhile more most many much some that this these those his her its their our to in on at by for from with about under over one two three four five six seven eight nine ten not no only even',
);

/** Two words that never stand side by side: `the` and `said`, `of` and `was`, `on` and a `The` that begins a sentence. */
export function cannotMeet(left: string, right: string): boolean {
  // None of these words begins with anything else.
  if (!/^["“‘'(]*[A-Za-z]/.test(right) || !/[\p{L}\p{N},]$/u.test(left)) return false;
  const last = lastWord(left);
  const first = firstWord(right);
  if (/^\p{Lu}\p{Ll}*$/u.test(first) && OPENERS.has(first.toLowerCase())) return true;
  if (!/\p{L}$/u.test(left) || first !== first.toLowerCase()) return false;
  if (DETERMINERS.has(last)) return FINITE.has(first) || DETERMINERS.has(first) || PREPOSITIONS.has(first);
  if (PREPOSITIONS.has(last) && last !== 'than' && last !== 'as')
    return FINITE.has(first) && first !== 'that' && first !== 'which';
  if (/^(?:will|would|shall|should|can|could|may|might|must)$/.test(last))
    return DETERMINERS.has(first) || /^(?:is|are|was|were|has|had|did|said|of|and|or)$/.test(first);
  return false;
}
