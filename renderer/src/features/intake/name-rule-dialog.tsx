import { useMemo } from 'react';
import { readName, readNameRule, suggestNameRule } from '#contract/name-rule.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { type Asking, importAsked, stopAsking } from './asking.ts';
import styles from './name-rule.module.css';
import { NameRuleEditor } from './name-rule-editor.tsx';
import { useNames } from './use-names.ts';
import { useRuleText } from './use-rule-text.ts';

/** So many names tell the usual forms apart. */
const ENOUGH_NAMES = 60;

/** How the names of the chosen files say paper, day and page; seen on the names themselves before anything is sent. */
export function NameRuleDialog({ asking }: { readonly asking: Asking }) {
  const { t } = useTranslation('intake');
  const { nameRule, change } = useAppearance();
  const { files, isWalking } = asking;
  const isEnough = !isWalking || files.length >= ENOUGH_NAMES;

  const suggested = useMemo(
    () => (isEnough ? suggestNameRule(files.filter((file) => 'file' in file).map(({ path }) => path)) : undefined),
    [files, isEnough],
  );
  // What was written before is kept where it is not clearly the wrong one.
  const writing = useRuleText((kept) => (suggested !== undefined && !fits(kept, files) ? suggested : kept));
  const { text, rule, problem } = writing;
  const names = useNames(files, rule);
  const isCurrent = names.of === files && names.rule === rule;
  const isRead = isCurrent && names.isDone && !isWalking;

  function send(onlyMatching: boolean): void {
    const left = new Set(onlyMatching ? names.others.map(({ path }) => path) : []);
    writing.keep();
    importAsked(
      files.filter(({ path }) => !left.has(path)),
      rule && text,
    );
  }

  return (
    <Dialog
      title={t('names.title')}
      isOpen
      width="wide"
      onClose={stopAsking}
      actions={
        <>
          <Button look="quiet" onPress={stopAsking}>
            {t('cancel')}
          </Button>
          {names.others.length > 0 && names.matched > 0 && (
            <Button isDisabled={!isRead} onPress={() => send(true)}>
              {t('names.importMatching', { count: names.matched })}
            </Button>
          )}
          <Button look="seal" isDisabled={problem !== undefined || !isRead} onPress={() => send(false)}>
            {rule || problem
              ? t('names.importAll', { count: files.length })
              : t('names.importWithout', { count: files.length })}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <NameRuleEditor
          intro={t('names.intro')}
          writing={writing}
          suggested={suggested}
          names={{ ...names, others: { count: names.others.length, nameAt: (row) => names.others[row] } }}
          said={isWalking ? t('names.walking', { count: files.length }) : unread()}
        />
        <p className={styles.ask}>
          <Button look="plain" size="small" onPress={() => change({ nameRule: { ...nameRule, asks: !nameRule.asks } })}>
            {t(nameRule.asks ? 'askNoMore' : 'askAlways')}
          </Button>
        </p>
      </div>
    </Dialog>
  );

  /** What is said while there is nothing to count. */
  function unread(): string | undefined {
    if (!rule) return t('names.files', { count: files.length });
    return isRead ? undefined : t('names.reading');
  }
}

/** Whether a rule says something of at least half of the first names. */
function fits(text: string, files: Asking['files']): boolean {
  const read = readNameRule(text);
  if ('problem' in read) return false;
  const some = files.slice(0, ENOUGH_NAMES);
  return some.filter(({ path }) => readName(read.rule, path).is === 'read').length * 2 >= some.length;
}
