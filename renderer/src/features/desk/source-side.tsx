import { useSuspenseQuery } from '@tanstack/react-query';
import { FileText, Newspaper } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SourceId } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import styles from './page-image.module.css';
import { PageImage, type PageImageProps } from './page-image.tsx';

interface SourceSideProps extends Omit<PageImageProps, 'positions'> {
  readonly source: SourceId;
  /** Its lines, for a source without places, and for whoever would rather read them. */
  readonly children: ReactNode;
}

/** The source as it was printed where that is known, as its lines elsewhere. */
export function SourceSide({ source, children, ...props }: SourceSideProps) {
  const { t } = useTranslation('desk');
  const { data: positions } = useSuspenseQuery(archiveQueries.positions.of.queryOptions({ input: { source } }));
  const [isText, setText] = useState(false);
  if (!positions) return children;
  return (
    <div className={styles.side}>
      {isText ? children : <PageImage {...props} positions={positions} />}
      <div className={styles.ways}>
        <IconButton
          icon={isText ? Newspaper : FileText}
          size="small"
          label={isText ? t('page.asPage') : t('page.asText')}
          onPress={() => setText(!isText)}
        />
      </div>
    </div>
  );
}
