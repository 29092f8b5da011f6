import { useMemo, useState } from 'react';
import { type NameRule, type RuleProblem, readNameRule } from '#contract/name-rule.ts';
import { useAppearance } from '../../app/appearance.tsx';

export interface RuleText {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Undefined while nothing is written, and where it cannot be read. */
  readonly rule: NameRule | undefined;
  readonly problem: RuleProblem | undefined;
  /** It was used: it is proposed the next time. */
  readonly keep: () => void;
}

/** A naming rule while it is written: as it is proposed, until somebody writes another. */
export function useRuleText(propose: (kept: string) => string): RuleText {
  const { nameRule, change } = useAppearance();
  const [written, write] = useState<string>();
  const text = written ?? propose(nameRule.text);
  const read = useMemo(() => (text.trim() === '' ? undefined : readNameRule(text)), [text]);
  return {
    text,
    write,
    rule: read && 'rule' in read ? read.rule : undefined,
    problem: read && 'problem' in read ? read.problem : undefined,
    keep() {
      if (text !== nameRule.text) change({ nameRule: { ...nameRule, text } });
    },
  };
}
