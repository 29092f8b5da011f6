import { lazy, memo, Suspense, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Article, Block } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { archive } from '../../api/index.ts';
import { currentAppearance, useAppearance } from '../../app/appearance.tsx';
import { act } from '../../app/changes.ts';
import { runCommand, useCommands } from '../../app/commands.ts';
import { openWindow } from '../../app/open-window.ts';
import type { LibraryRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { blocksOf, Marks } from '../annotations/index.ts';
import { ArticleCorrections, Correcting } from '../corrections/index.ts';
import { ArticleFoot } from './article-foot.tsx';
import { ArticleNote } from './article-note.tsx';
import { ArticleText } from './article-text.tsx';
import { Contents } from './contents.tsx';
import { FindBar } from './find-bar.tsx';
import { HitBar } from './hit-bar.tsx';
import { NoTextNotice } from './no-text-notice.tsx';
import { PartNotice } from './part-notice.tsx';
import { PrintSheet, printArticle, saveArticlePdf } from './print-sheet.tsx';
import styles from './reader.module.css';
import { ReaderToolbar } from './reader-toolbar.tsx';
import { readingDirection, readingLayout } from './reading-type.ts';
import { uprightFigures } from './upright-figures.tsx';
import { useBlockInView } from './use-block-in-view.ts';
import { useHits } from './use-hits.ts';
import { useLineRoom } from './use-line-room.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useSought } from './use-sought.ts';

const ArticleBeside = lazy(() =>
  import('./article-beside.tsx').then(({ ArticleBeside }) => ({ default: ArticleBeside })),
);
const SourceBeside = lazy(() => import('../desk/index.ts').then(({ SourceBeside }) => ({ default: SourceBeside })));

interface ReaderProps {
  readonly article: Article;
  readonly route: LibraryRoute;
}

const NONE: readonly HTMLElement[] = [];
/** The text of an article in one direction as it stands in the page, and the elements of its blocks. */
interface Drawn {
  /** Article and direction. */
  readonly of: string;
  readonly text: HTMLElement | null;
  readonly blocks: readonly HTMLElement[];
}
const NOTHING: Drawn = { of: '', text: null, blocks: NONE };
const LEAST_SIZE = 13;
const GREATEST_SIZE = 40;
/** A novel beside itself would be drawn whole, line by line. */
const LONGEST_BESIDE = 200_000;
const turnFigures = (block: Block, body: string) => uprightFigures(body.slice(block.span.start, block.span.end));
/** Who reads one article beside its source reads the next one so, in the same window. */
let wasBeside = false;

function withBeside({ beside: _beside, ...route }: LibraryRoute, beside: ArticleId | undefined): LibraryRoute {
  return beside ? { ...route, beside } : route;
}

/** One article to read and to mark. */
export const Reader = memo(function Reader({ article, route }: ReaderProps) {
  const { t } = useTranslation('reader');
  const appearance = useAppearance();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [sheet, setSheet] = useState<HTMLElement | null>(null);
  const drawn = useRef<HTMLElement>(null);
  const [found, setFound] = useState(NOTHING);
  const { size, measure, leading, face, change } = appearance;
  const direction = readingDirection(appearance.direction, article);
  const isVertical = direction === 'vertical';
  const room = useLineRoom(scroller, isVertical);
  const layout = useMemo(
    () => readingLayout({ size, measure, leading, face, direction }, room),
    [size, measure, leading, face, direction, room],
  );
  usePageKeys(scroller, isVertical);

  const setting = `${article.id} ${direction}`;
  // Whoever begins at the beginning of a text without marks sees the text first: what marks it, and what stands below it,
  // comes a frame later.
  const isPlain =
    article.readingPosition === 0 && article.highlights === 0 && !route.note && route.place.at !== 'search';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements are others when the text is another
  useLayoutEffect(() => {
    const text = drawn.current;
    const next = { of: setting, text, blocks: text ? blocksOf(text) : NONE };
    if (isPlain) startTransition(() => setFound(next));
    else setFound(next);
  }, [setting, article.revision]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article begins at its beginning
  useLayoutEffect(() => {
    scroller?.scrollTo(0, 0);
  }, [scroller, article.id, direction]);
  // Before its room is known the text stands in one narrow column: no place found there is true.
  const isFound = found.of === setting;
  const placed = room === 0 || !isFound ? NONE : found.blocks;
  const text = isFound ? found.text : null;
  const find = useSought(route);
  const hits = useHits(article.id, find.sought, placed, scroller);
  useReadingPlace({
    article,
    blocks: placed,
    text,
    scroller,
    isPlaced: hits !== undefined || route.note !== undefined,
  });

  const [isBeside, setBeside] = useState(wasBeside);
  const canBeBeside = article.characters <= LONGEST_BESIDE;
  // Of a scan there is nothing but its page.
  const isScan = article.characters === 0 && article.blocks.length === 0;
  const isShown = (isBeside || isScan) && canBeBeside;
  const lastPart = article.parts.at(-1);
  const inView = useBlockInView(placed, scroller, isShown);

  useEffect(() => {
    document.title = article.title ? `${article.title} — ${t('program')}` : t('program');
  }, [article.title, t]);

  useCommands([
    {
      id: 'reader.larger',
      section: 'view',
      text: t('type.larger'),
      keys: ['$mod+='],
      run: () => change({ size: Math.min(GREATEST_SIZE, currentAppearance().size + 1) }),
    },
    {
      id: 'reader.smaller',
      section: 'view',
      text: t('type.smaller'),
      keys: ['$mod+-'],
      run: () => change({ size: Math.max(LEAST_SIZE, currentAppearance().size - 1) }),
    },
    {
      id: 'reader.direction',
      section: 'view',
      text: t(appearance.direction === 'vertical' ? 'type.setAcross' : 'type.setDown'),
      keys: ['Shift+V'],
      run: () => change({ direction: appearance.direction === 'vertical' ? 'horizontal' : 'vertical' }),
    },
    {
      id: 'reader.source',
      section: 'article',
      text: t(isShown ? 'source.hide' : 'source.show'),
      keys: ['o'],
      isOff: !canBeBeside,
      run: () => {
        wasBeside = !isBeside;
        setBeside(wasBeside);
      },
    },
    {
      id: 'reader.part',
      section: 'article',
      text: t('parts.part', { page: lastPart?.page ?? '？' }),
      isOff: !lastPart,
      run: () => lastPart && void act(archive.jumps.part({ part: lastPart.article }), t('parts.parted')),
    },
    {
      id: 'reader.find',
      section: 'article',
      text: t('find.command'),
      keys: ['$mod+f'],
      isFirst: true,
      // In the list or beside it the same keys look for articles.
      run: () =>
        document.activeElement?.closest('[data-pane]:not([data-pane=article])') ? runCommand('search') : find.open(),
    },
    {
      id: 'reader.beside',
      section: 'article',
      text: t(route.beside ? 'beside.close' : 'beside.open'),
      keys: ['Shift+O'],
      run: () => go(withBeside(route, route.beside ? undefined : article.id), 'replace'),
    },
    {
      id: 'reader.window',
      section: 'article',
      text: t('toolbar.window'),
      keys: ['Shift+W'],
      run: () => openWindow({ screen: 'library', place: { at: 'all' }, article: article.id }),
    },
    {
      id: 'reader.pdf',
      section: 'article',
      text: t('print.pdf'),
      run: () => void saveArticlePdf(article.title || t('untitled'), t('print.saved')),
    },
    { id: 'print', section: 'article', text: t('print.command'), keys: ['$mod+p'], run: printArticle },
    {
      id: 'reader.hit.next',
      section: 'article',
      text: t('hits.next'),
      keys: ['n', 'F3'],
      isOff: !hits,
      run: () => hits?.step(1),
    },
    {
      id: 'reader.hit.previous',
      section: 'article',
      text: t('hits.previous'),
      keys: ['Shift+N', 'Shift+F3'],
      isOff: !hits,
      run: () => hits?.step(-1),
    },
  ]);

  return (
    <div className={styles.reader}>
      <ReaderToolbar
        article={article}
        contents={<Contents key={article.id} article={article} blocks={placed} scroller={scroller} />}
      >
        {find.isOpen ? <FindBar find={find} hits={hits} /> : hits && <HitBar hits={hits} />}
      </ReaderToolbar>
      <div className={styles.halves} data-beside={isShown || route.beside !== undefined || undefined}>
        <section
          ref={setScroller}
          className={styles.scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={article.title || t('untitled')}
          data-reader=""
          data-direction={direction}
          data-pane-start=""
        >
          <div ref={setSheet} className={styles.sheet} style={layout.style} data-face={face}>
            <PartNotice article={article} />
            <ArticleText
              key={`text ${setting}`}
              article={article}
              untitled={t('untitled')}
              textRef={drawn}
              {...(isVertical && { contents: turnFigures })}
            />
            {isScan && <NoTextNotice />}
            {isFound && (
              <>
                <ArticleNote key={`note ${article.id}`} article={article} />
                <ArticleCorrections key={`corrections ${article.id}`} article={article} />
                <ArticleFoot article={article} />
              </>
            )}
            {text && sheet && scroller && placed.length > 0 && (
              <>
                <Correcting key={`correcting ${article.id}`} article={article} blocks={placed} text={text} />
                <Marks
                  key={`marks ${setting}`}
                  article={article.id}
                  blocks={placed}
                  text={text}
                  sheet={sheet}
                  scroller={scroller}
                  isWide={layout.isWide}
                  layoutKey={layout.key}
                  shown={route.note}
                />
              </>
            )}
          </div>
        </section>
        {route.beside && (
          <Suspense fallback={null}>
            <ArticleBeside
              id={route.beside}
              onExchange={() =>
                route.beside && go({ ...withBeside(route, article.id), article: route.beside }, 'replace')
              }
              onClose={() => go(withBeside(route, undefined), 'replace')}
            />
          </Suspense>
        )}
        {isShown && !route.beside && (
          <Suspense fallback={null}>
            <SourceBeside
              article={article}
              shown={inView}
              onChoose={(index) => placed[index]?.scrollIntoView({ block: 'center', behavior: 'smooth' })}
            />
          </Suspense>
        )}
      </div>
      <PrintSheet article={article} />
    </div>
  );
});
