import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useTranslation } from '../strings/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import { failureText } from './failure-text.ts';

interface BoundaryProps {
  readonly children: ReactNode;
  /** When it changes, the person went elsewhere: try again by itself. */
  readonly resetKey?: string;
}

/** Keeps a failure inside its pane and says what happened, what was kept and what to do. */
export function Boundary({ children, resetKey = '' }: BoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catcher resetKey={resetKey} onReset={reset}>
          {children}
        </Catcher>
      )}
    </QueryErrorResetBoundary>
  );
}

interface CatcherProps {
  readonly children: ReactNode;
  readonly resetKey: string;
  readonly onReset: () => void;
}
interface CatcherState {
  readonly error: unknown;
}

class Catcher extends Component<CatcherProps, CatcherState> {
  override state: CatcherState = { error: undefined };

  static getDerivedStateFromError(error: unknown): CatcherState {
    return { error: error ?? 'unknown' };
  }

  override componentDidUpdate(before: CatcherProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) this.retry();
  }

  retry = (): void => {
    this.props.onReset();
    this.setState({ error: undefined });
  };

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Broken error={this.state.error} onRetry={this.retry} />;
  }
}

function Broken({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <EmptyState title={t('broken.title')} actions={<Button onPress={onRetry}>{t('broken.retry')}</Button>}>
      <p role="alert">{failureText(error)}</p>
      <p>{t('broken.kept')}</p>
    </EmptyState>
  );
}
