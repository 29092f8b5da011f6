import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  readonly back: string;
  readonly onBack: () => void;
  /** How much there is; told anew when it changes. */
  readonly figures: ReactNode;
  /** What can be done with all of it. */
  readonly acts?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A screen of its own, and at its upper edge the way back, what it is, how much is on it. */
export function Screen({ title, back, onBack, figures, acts, className, children }: ScreenProps) {
  return (
    <main className={`${styles.screen} ${className ?? ''}`} aria-label={title}>
      <header className={styles.head}>
        <IconButton icon={ArrowLeft} label={back} keys="Escape" onPress={onBack} />
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.figures} role="status">
          {figures}
        </p>
        {acts}
      </header>
      {children}
    </main>
  );
}
