import type { JumpCandidate, JumpStub } from '#contract/jumps.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatRoute } from '../../app/route.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { Button, Keys } from '../../ui/index.ts';
import styles from './jumps.module.css';

type End = Omit<JumpCandidate, 'score' | 'reasons'>;

interface PairingProps {
  readonly stub: JumpStub;
  readonly chosen: number;
  readonly onChoose: (candidate: number) => void;
  readonly onJoin: () => void;
}

/** The two ends with the gap between them, and what else may stand at the other side. */
export function Pairing({ stub, chosen, onChoose, onJoin }: PairingProps) {
  const { t } = useTranslation('jumps');
  const candidate = stub.candidates[chosen];
  const [before, after] = stub.direction === 'onto' ? [stub, candidate] : [candidate, stub];
  const seamPage = after?.page ?? (stub.direction === 'onto' ? stub.toPage : stub.page);
  return (
    <div className={styles.pairing}>
      <section className={styles.pair} aria-label={t('pair')}>
        {before ? <EndCard end={before} side="end" /> : <MissingEnd page={stub.toPage} />}
        <div className={styles.seam} aria-hidden="true">
          <span>{seamPage ? t('page', { page: seamPage }) : t('otherPage')}</span>
        </div>
        {after ? <EndCard end={after} side="start" /> : <MissingEnd page={stub.toPage} />}
      </section>
      {candidate && (
        <>
          <div className={styles.acts}>
            <Button look="seal" onPress={onJoin}>
              {t('join')} <Keys of="Enter" />
            </Button>
          </div>
          <h2 className={styles.heading}>{t('ranked')}</h2>
          <ol className={styles.candidates}>
            {stub.candidates.map((one, index) => (
              <li key={`${one.article} ${one.mark}`}>
                <button
                  type="button"
                  className={styles.candidate}
                  aria-current={index === chosen || undefined}
                  tabIndex={-1}
                  onClick={() => onChoose(index)}
                >
                  <span className={styles.score} style={{ ['--score' as string]: one.score }} aria-hidden="true" />
                  <span className={styles.name}>{one.title || t('untitled')}</span>
                  <span className={styles.way}>{one.page && t('page', { page: one.page })}</span>
                  <Reasons of={one} />
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** Where the other half will stand once its page is here. */
function MissingEnd({ page }: { readonly page: string | null }) {
  const { t } = useTranslation('jumps');
  return <p className={styles.missing}>{t('none', { page: page ?? '？' })}</p>;
}

function EndCard({ end, side }: { readonly end: End; readonly side: 'end' | 'start' }) {
  const { t } = useTranslation('jumps');
  const { shownLanguage } = useAppearance();
  const { title, publication, date, page, mark, words, article } = end;
  return (
    <article className={styles.end} data-side={side}>
      <header>
        <a href={formatRoute({ screen: 'library', place: { at: 'all' }, article })} tabIndex={-1}>
          {title || t('untitled')}
        </a>
        <span>
          {[publication, date && formatEdtf(date.edtf, shownLanguage), page && t('page', { page })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      <p lang={textLanguage(words)}>
        {side === 'start' && mark && <small>{mark}</small>}
        {side === 'end' && '…'}
        {words}
        {side === 'start' && '…'}
        {side === 'end' && mark && <small>{mark}</small>}
      </p>
    </article>
  );
}

function Reasons({ of: { reasons } }: { readonly of: JumpCandidate }) {
  const { t } = useTranslation('jumps');
  return (
    <span className={styles.reasons}>
      {reasons.map(({ kind, against, words }) => (
        <span key={kind} data-against={against || undefined}>
          {t(`reasons.${kind}.${against ? 'against' : 'for'}`, { words: words.join(t('comma')) })}
        </span>
      ))}
    </span>
  );
}
