import { lazy, Suspense, useSyncExternalStore } from 'react';
import { currentAsking, subscribeAsking } from './asking.ts';

const NameRuleDialog = lazy(() =>
  import('./name-rule-dialog.tsx').then(({ NameRuleDialog }) => ({ default: NameRuleDialog })),
);

/** The question about names, where one waits for an answer. */
export function AskForRule() {
  const asking = useSyncExternalStore(subscribeAsking, currentAsking);
  if (!asking) return null;
  return (
    <Suspense>
      <NameRuleDialog asking={asking} />
    </Suspense>
  );
}
