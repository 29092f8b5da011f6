import { useQuery } from '@tanstack/react-query';
import { Group } from 'react-aria-components';
import type { Annotation } from '#contract/annotations.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './card.module.css';

/** A highlight whose words are others now: how they differ, and the question whether they are still meant. */
export function Waiting({ annotation }: { readonly annotation: Pick<Annotation, 'id' | 'state' | 'revision'> }) {
  const { t } = useTranslation('annotations');
  const { id, state, revision } = annotation;
  const { data } = useQuery(
    archiveQueries.annotations.get.queryOptions({ input: { id }, enabled: state === 'changed', throwOnError: false }),
  );
  if (state === 'orphan') return <p className={styles.question}>{t('placeHint')}</p>;
  if (state !== 'changed') return null;
  const answer = (accept: boolean) =>
    void act(archive.annotations.answer({ id, revision, accept }), t(accept ? 'accepted' : 'refused'));
  return (
    <div className={styles.question}>
      <Group className={styles.difference} aria-label={t('difference')}>
        {data?.difference.map(({ kind, text }, index) => {
          const key = `${index} ${kind}`;
          if (kind === 'gone') return <del key={key}>{text}</del>;
          if (kind === 'new') return <ins key={key}>{text}</ins>;
          return <span key={key}>{text}</span>;
        })}
      </Group>
      <p>{t('stillMeant')}</p>
      <p className={styles.answers}>
        <Button size="small" onPress={() => answer(true)}>
          {t('yes')}
        </Button>
        <Button size="small" look="quiet" onPress={() => answer(false)}>
          {t('no')}
        </Button>
      </p>
    </div>
  );
}
