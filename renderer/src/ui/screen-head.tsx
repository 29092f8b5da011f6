import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './screen-head.module.css';

interface ScreenHeadProps {
  readonly title: string;
  readonly back: string;
  readonly onBack: () => void;
  /** How much there is; told anew when it changes. */
  readonly figures: ReactNode;
  readonly children?: ReactNode;
}

/** The upper edge of a screen of its own: the way back, what it is, how much is on it. */
export function ScreenHead({ title, back, onBack, figures, children }: ScreenHeadProps) {
  return (
    <header className={styles.head}>
      <IconButton icon={ArrowLeft} label={back} keys="Escape" onPress={onBack} />
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.figures} role="status">
        {figures}
      </p>
      {children}
    </header>
  );
}
