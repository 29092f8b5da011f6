import { type KeyboardEvent, type Ref, useCallback, useMemo, useState } from 'react';
import type { SourceId, Span } from '#contract/ids.ts';
import type { PagePositions } from '#contract/positions.ts';
import { type Command, useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { usePdf } from '../pdf/index.ts';
import styles from './page-image.module.css';
import type { BlockKey, RawLine } from './page-model.ts';
import { type PageRegion, rangesUnder, regionsOf } from './page-regions.ts';
import { PageSheet } from './page-sheet.tsx';
import { inShares, regionId } from './regions.tsx';
import { useLineChoice } from './use-line-choice.ts';
import { useRectangle } from './use-rectangle.ts';
import { useZoom } from './use-zoom.ts';
import { ZoomBar } from './zoom-bar.tsx';

export interface PageImageProps {
  readonly ref?: Ref<HTMLDivElement> | undefined;
  readonly name: string;
  readonly text: string;
  readonly lines: readonly RawLine[];
  readonly positions: PagePositions;
  readonly lit: BlockKey | null;
  /** What commands would act on. */
  readonly chosen?: ReadonlySet<BlockKey> | undefined;
  /** Of what is chosen only the source in these, where a rectangle holds a part. */
  readonly ranges?: readonly Span[] | null | undefined;
  /** False where the screen around it goes from block to block, and Enter means something there. */
  readonly hasOwnSteps?: boolean | undefined;
  readonly onPoint?: ((block: BlockKey | null) => void) | undefined;
  /** A press, or Enter on what the arrow keys lit. */
  readonly onChoose?: ((block: BlockKey, how: 'only' | 'toggle' | 'extend') => void) | undefined;
  /** The source under a rectangle that was drawn on the page. */
  readonly onAssign?: ((ranges: readonly Span[]) => void) | undefined;
}

/** The printed page with a region in its article's colour for every line; what is not a picture is drawn from its text. */
export function PageImage(props: PageImageProps) {
  const {
    ref,
    name,
    text,
    lines,
    positions,
    lit,
    chosen,
    ranges = null,
    hasOwnSteps = true,
    onPoint,
    onChoose,
    onAssign,
  } = props;
  const { t } = useTranslation('desk');
  const { source, pages } = positions;
  const { pdf, isLost } = usePdf(positions);
  // The next source may take the place of this one.
  const [undrawn, setUndrawn] = useState<SourceId>();
  const onFail = useCallback(() => setUndrawn(source), [source]);
  const regions = useMemo(() => pages.map((page) => regionsOf(text, lines, page)), [pages, text, lines]);
  // Of an issue of sixty pages only those that a block is on are drawn again when it is lit.
  const blocksOf = useMemo(() => regions.map((all) => new Set(all.map(({ block }) => block))), [regions]);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const zoom = useZoom(frame, (pages[0]?.height ?? 1) / (pages[0]?.width ?? 1));
  const rectangle = useRectangle(
    onAssign &&
      ((number, { x, y, w, h }) => {
        const page = pages[number];
        if (!page) return;
        const { width, height } = page;
        const ranges = rangesUnder({ x: x * width, y: y * height, w: w * width, h: h * height }, page, text);
        if (ranges.length > 0) onAssign(ranges);
      }),
  );

  const byLine = useLineChoice({ regions, text, frame, lit, onAssign });
  const active = byLine.cursor ?? placeOfBlock(regions, lit);

  /** From block to block in the order of the file, for whoever has no pointer. */
  function step(by: 1 | -1): void {
    const blocks = [...new Set(regions.flat().flatMap(({ block }) => block ?? []))];
    const at = lit === null ? -1 : blocks.indexOf(lit);
    const next = blocks[at < 0 ? (by > 0 ? 0 : blocks.length - 1) : at + by];
    if (next === undefined) return;
    // Where nothing follows a pointer, to step is to choose.
    if (onPoint) onPoint(next);
    else onChoose?.(next, 'only');
    frame?.querySelector(`[data-block="${next}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  const command = (id: string, text: string, key: string, run: () => void) =>
    ({ id: `page.${id}`, section: 'view', text, keys: [key], run }) satisfies Command;
  useCommands([
    command('larger', t('page.larger'), 'z', () => zoom.step(1)),
    command('smaller', t('page.smaller'), 'Shift+Z', () => zoom.step(-1)),
    command(
      'whole',
      t(zoom.isWhole ? 'page.fitWidth' : 'page.fitPage'),
      'w',
      zoom.isWhole ? zoom.fitWidth : zoom.fitPage,
    ),
    { ...command('lines', t('page.lines'), 'l', byLine.begin), isOff: !onAssign },
  ]);

  function onKeyDown(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && byLine.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const act = {
      ...(hasOwnSteps && {
        ArrowDown: () => step(1),
        ArrowUp: () => step(-1),
        Enter: () => lit !== null && onChoose?.(lit, 'only'),
      }),
      Escape: rectangle.drawn && rectangle.end,
    }[event.key];
    // What the screen around it answered, and what is held with Ctrl, is not for this page.
    if (!act || event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <div className={styles.frame}>
      {(isLost || undrawn === source) && (
        <p role="status" className={styles.notice}>
          {t('page.notDrawn')}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        ref={(element) => {
          setFrame(element);
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        role="group"
        aria-label={t('page.label', { name })}
        aria-description={t(byLine.cursor ? 'page.lineKeys' : hasOwnSteps ? 'page.keys' : 'page.deskKeys')}
        aria-activedescendant={active && regionId(`${active.page}.${active.index}`)}
        className={styles.pages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from block to block
        tabIndex={0}
        lang={textLanguage(text)}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onPoint?.(null)}
        onBlur={byLine.end}
      >
        {pages.map((page, number) => (
          <PageSheet
            // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a source never change places
            key={number}
            {...{ source, page, number, text, pdf, onFail, chosen, ranges }}
            regions={regions[number] ?? []}
            lit={blocksOf[number]?.has(lit) ? lit : null}
            cursor={byLine.cursor?.page === number ? byLine.cursor.index : undefined}
            share={zoom.share}
            pages={pages.length}
            isDrawn={onAssign !== undefined}
            onPointerDown={(event) => {
              byLine.end();
              rectangle.begin(event, number);
            }}
            onPointerMove={(event) => {
              rectangle.move(event);
              if (!rectangle.drawn) onPoint?.(regionAt(event.target, regions)?.block ?? null);
            }}
            onPointerUp={(event) => {
              const block = regionAt(event.target, regions)?.block ?? null;
              if (rectangle.finish() || block === null || event.button !== 0) return;
              onChoose?.(block, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
            }}
            onPointerCancel={rectangle.end}
          >
            {rectangle.drawn?.page === number && (
              <span className={styles.rectangle} style={inShares(rectangle.drawn.rect, { width: 1, height: 1 })} />
            )}
          </PageSheet>
        ))}
      </div>
      <ZoomBar zoom={zoom} />
    </div>
  );
}

function regionAt(target: EventTarget, regions: readonly (readonly PageRegion[])[]): PageRegion | undefined {
  const place = target instanceof HTMLElement ? target.dataset.region?.split('.').map(Number) : undefined;
  return place && regions[place[0] ?? -1]?.[place[1] ?? -1];
}

/** Where a block begins on its pages. */
function placeOfBlock(regions: readonly (readonly PageRegion[])[], block: BlockKey | null) {
  if (block === null) return undefined;
  const page = regions.findIndex((all) => all.some(({ start }) => start === block));
  return page < 0 ? undefined : { page, index: regions[page]?.findIndex(({ start }) => start === block) ?? 0 };
}
