import { memo } from 'react';
import type { Span } from '#contract/ids.ts';
import type { PositionPage } from '#contract/positions.ts';
import { useTranslation } from '../../strings/index.ts';
import { bandOf } from './band.ts';
import styles from './page-image.module.css';
import type { BlockKey } from './page-model.ts';
import type { PageRegion } from './page-regions.ts';

/** A place on a page as shares of it. */
export function inShares(
  { x, y, w, h }: Pick<PageRegion, 'x' | 'y' | 'w' | 'h'>,
  page: Pick<PositionPage, 'width' | 'height'>,
) {
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return {
    left: percent(x, page.width),
    top: percent(y, page.height),
    width: percent(w, page.width),
    height: percent(h, page.height),
  };
}

interface RegionsProps {
  readonly regions: readonly PageRegion[];
  readonly page: PositionPage;
  readonly number: number;
  readonly text: string;
  readonly lit: BlockKey | null;
  readonly chosen: ReadonlySet<BlockKey> | undefined;
  /** Of the chosen blocks only what lies in these. */
  readonly ranges: readonly Span[] | null;
  /** The region that the keys are on. */
  readonly cursor: number | undefined;
  /** False where nobody looks: only where each block begins, for whatever goes there. */
  readonly isWhole: boolean;
}

/** Where every line stands, in the colour of the article that it went to. The first of each block has its name. */
export const Regions = memo(function Regions(props: RegionsProps) {
  const { regions, page, number, text, lit, chosen, ranges, cursor, isWhole } = props;
  const { t } = useTranslation('desk');
  const nameOf = ({ start, end, article, dropped }: PageRegion) => {
    const words = text.slice(start, Math.min(end, start + NAMED)).trim();
    if (article !== null) return t('page.region', { number: article + 1, words });
    return dropped ? t('page.regionLeftOut', { why: t(dropped), words }) : words;
  };
  return (
    <div className={styles.regions}>
      {regions.map((region, index) => {
        const isFirst = region.start === region.block;
        if (!isWhole && !isFirst) return null;
        const isOurs = region.block !== null && (chosen?.has(region.block) ?? false);
        return (
          <Region
            key={region.start}
            region={region}
            page={page}
            name={`${number}.${index}`}
            isFirst={region.article !== null && regions[index - 1]?.article !== region.article}
            isLit={region.block !== null && region.block === lit}
            isChosen={isOurs && (ranges?.some(({ start, end }) => start < region.end && region.start < end) ?? true)}
            isCursor={index === cursor}
            label={index === cursor || isFirst ? nameOf(region) : undefined}
          />
        );
      })}
    </div>
  );
});

interface RegionProps {
  readonly region: PageRegion;
  readonly page: PositionPage;
  readonly name: string;
  /** The line before it went elsewhere: the number of the article stands beside it. */
  readonly isFirst: boolean;
  readonly isLit: boolean;
  readonly isChosen: boolean;
  readonly isCursor: boolean;
  /** For whoever does not see where it stands. */
  readonly label: string | undefined;
}

/** Characters of a region's name. */
const NAMED = 40;

export function regionId(name: string): string {
  return `region-${name}`;
}

const Region = memo(function Region({ region, page, name, isFirst, isLit, isChosen, isCursor, label }: RegionProps) {
  return (
    <span
      className={styles.region}
      style={inShares(region, page)}
      data-region={name}
      data-block={region.block ?? undefined}
      data-place={region.block ?? undefined}
      data-start={region.start}
      data-band={bandOf(region.article)}
      data-dropped={region.dropped ?? undefined}
      data-first={isFirst && region.article !== null ? region.article + 1 : undefined}
      data-lit={isLit || undefined}
      data-chosen={isChosen || undefined}
      data-cursor={isCursor || undefined}
      id={label === undefined ? undefined : regionId(name)}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'group', 'aria-label': label })}
    />
  );
});
