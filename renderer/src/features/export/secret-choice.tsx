import { useQuery } from '@tanstack/react-query';
import type { ExportSelection } from '#contract/exports.ts';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { Choice } from '../../ui/index.ts';

interface SecretChoiceProps {
  readonly selection: ExportSelection;
  readonly isIn: boolean;
  readonly isDone: boolean;
  readonly onChoose: (isIn: boolean) => void;
}

/** Whether what is marked confidential goes along, with how much that is; nothing is asked where there is none. */
export function SecretChoice({ selection, isIn, isDone, onChoose }: SecretChoiceProps) {
  const { t } = useTranslation('export');
  const standing = useTranslation('standing').t;
  const { data } = useQuery(
    archiveQueries.exports.confidential.queryOptions({
      input: { selection },
      throwOnError: false,
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const marks = data?.marks ?? 0;
  if (marks === 0) return null;
  const texts = { out: t('secrets.out'), in: standing('secretsIn', { count: marks }) };
  return (
    <>
      <dt>{t('secret')}</dt>
      <dd>
        {isDone ? (
          texts[isIn ? 'in' : 'out']
        ) : (
          <Choice
            label={t('secret')}
            value={isIn ? 'in' : 'out'}
            onChange={(answer) => onChoose(answer === 'in')}
            options={(['out', 'in'] as const).map((key) => ({ key, text: texts[key] }))}
          />
        )}
      </dd>
    </>
  );
}
