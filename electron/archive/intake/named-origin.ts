import { type NameRule, readName, readNameRule } from '#contract/name-rule.ts';
import type { IntakeDocument } from './document.ts';

/** The rule of the batch that is being read: its files come one after the other. */
let known: { readonly text: string; readonly rule: NameRule } | undefined;

/**
 * The document with what its name says by the rule of its batch. What a person said of the names wins over what was
 * read from the name or the page; what the rule does not say stays as it was read.
 */
export function withNameRule(document: IntakeDocument, path: string, text: string | undefined): IntakeDocument {
  const rule = text === undefined ? undefined : ruleOf(text);
  const reading = rule && readName(rule, path);
  if (reading?.is !== 'read') return document;
  const { metadata } = document;
  const { publication, date, pageLabel, section } = reading.parts;
  return {
    ...document,
    metadata: {
      ...metadata,
      publication: publication ?? metadata.publication,
      // The same day keeps the form in which the page prints it.
      date:
        date === null || date === metadata.date?.edtf ? metadata.date : { edtf: date, printed: null, inferred: true },
      pageLabel: pageLabel ?? metadata.pageLabel,
      section: section ?? metadata.section,
    },
  };
}

function ruleOf(text: string): NameRule | undefined {
  if (known?.text !== text) {
    const made = readNameRule(text);
    // A rule that cannot be read was refused when the batch began.
    if ('problem' in made) return undefined;
    known = { text, rule: made.rule };
  }
  return known.rule;
}
