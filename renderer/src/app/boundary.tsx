import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useTranslation } from '../strings/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import { failureText } from './failure-text.ts';

interface BoundaryProps {
  readonly children: ReactNode;
  /** When it changes, the person went elsewhere: try again by itself. */
  readonly resetKey?: string;
  /** What failed fills the window: the way out of it, which nothing beside it offers. */
  readonly onLeave?: () => void;
}

/** Keeps a failure inside its pane and says what happened, what was kept and what to do. */
export function Boundary({ children, resetKey = '', onLeave }: BoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catcher resetKey={resetKey} onReset={reset} onLeave={onLeave}>
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
  readonly onLeave: (() => void) | undefined;
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
    return <Broken error={this.state.error} onRetry={this.retry} onLeave={this.props.onLeave} />;
  }
}

interface BrokenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onLeave: (() => void) | undefined;
}

function Broken({ error, onRetry, onLeave }: BrokenProps) {
  const { t } = useTranslation('app');
  const actions = (
    <>
      <Button onPress={onRetry}>{t('broken.retry')}</Button>
      {onLeave && <Button onPress={onLeave}>{t('broken.home')}</Button>}
    </>
  );
  return (
    <EmptyState title={t('broken.title')} actions={actions}>
      <p role="alert">{failureText(error)}</p>
      <p>{t('broken.kept')}</p>
    </EmptyState>
  );
}
