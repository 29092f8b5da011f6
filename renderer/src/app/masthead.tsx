import styles from './masthead.module.css';

/** The seal: two characters cut in red, the program's mark wherever it introduces itself. */
export function Seal({ size = 26 }: { readonly size?: number }) {
  return (
    <svg className={styles.seal} width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect x="2" y="2" width="60" height="60" rx="9" fill="var(--seal)" />
      <rect x="6.5" y="6.5" width="51" height="51" rx="5.5" fill="none" stroke="var(--on-seal)" strokeWidth="1.6" />
      <text x="32" y="30.5" textAnchor="middle" fill="var(--on-seal)" className={styles.cut}>
        剪
      </text>
      <text x="32" y="54" textAnchor="middle" fill="var(--on-seal)" className={styles.cut}>
        报
      </text>
    </svg>
  );
}
