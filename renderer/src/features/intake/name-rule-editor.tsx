import type { ReactNode } from 'react';
import { type RuleProblem, TEMPLATE_FIELDS } from '#contract/name-rule.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Button, TextField } from '../../ui/index.ts';
import styles from './name-rule.module.css';
import { OtherNames, type OtherNamesSeen, ReadNames } from './name-tables.tsx';
import type { ReadName } from './use-names.ts';
import type { RuleText } from './use-rule-text.ts';

/** What the names say by the rule that is written. */
export interface NamesSeen {
  readonly matched: number;
  /** Of the first that match. */
  readonly first: readonly ReadName[];
  readonly others: OtherNamesSeen;
}

interface NameRuleEditorProps {
  readonly intro: string;
  readonly writing: RuleText;
  /** A rule that the names seem to follow. */
  readonly suggested: string | undefined;
  readonly names: NamesSeen;
  /** What is said of them in a line, where that is not how many fit. */
  readonly said: string | undefined;
}

/** A naming rule as it is written, and what it reads; names that do not fit come first. */
export function NameRuleEditor({ intro, writing, suggested, names, said }: NameRuleEditorProps) {
  const { text, write, problem } = writing;
  const { t } = useTranslation('intake');
  const { matched, first, others } = names;
  return (
    <>
      <p className={styles.intro}>{intro}</p>
      <TextField
        label={t('names.rule')}
        value={text}
        onChange={write}
        autoFocus
        spellCheck="false"
        problem={problem && t(`names.problems.${problem.code}`)}
      />
      {problem ? <Wrong rule={text} problem={problem} /> : <Fields onAdd={(field) => write(`${text}{${field}}`)} />}
      {suggested !== undefined && suggested !== text && (
        <p className={styles.hint}>
          {t('names.looksLike')}{' '}
          <Button look="plain" size="small" onPress={() => write(suggested)}>
            {suggested}
          </Button>
        </p>
      )}
      <p className={styles.count} role="status">
        {said ??
          (others.count === 0
            ? t('names.allFit', { count: matched })
            : t('names.someFit', { count: matched, others: others.count }))}
      </p>
      {others.count > 0 && <OtherNames names={others} />}
      {first.length > 0 && <ReadNames names={first} matched={matched} />}
    </>
  );
}

/** The rule with the part that is meant. */
function Wrong({ rule, problem: { at, end } }: { readonly rule: string; readonly problem: RuleProblem }): ReactNode {
  return (
    <code className={styles.wrong}>
      {rule.slice(0, at)}
      <mark>{rule.slice(at, end)}</mark>
      {rule.slice(end)}
    </code>
  );
}

function Fields({ onAdd }: { readonly onAdd: (field: string) => void }) {
  const { t } = useTranslation('intake');
  const { shownLanguage } = useAppearance();
  return (
    <div className={styles.fields}>
      {TEMPLATE_FIELDS[shownLanguage].map((field) => (
        <Button
          key={field}
          look="plain"
          size="small"
          aria-label={t('names.addField', { field })}
          onPress={() => onAdd(field)}
        >
          {`{${field}}`}
        </Button>
      ))}
      <span className={styles.hint}>{t('names.more')}</span>
    </div>
  );
}
