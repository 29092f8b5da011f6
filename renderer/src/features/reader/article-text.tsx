import { Fragment, memo, type ReactNode, type Ref } from 'react';
import type { Article, Block } from '#contract/articles.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { ArticleMeta } from './article-meta.tsx';
import styles from './article-text.module.css';
import { TagBar } from './tag-bar.tsx';

interface ArticleTextProps {
  readonly article: Article;
  readonly untitled: string;
  readonly textRef?: Ref<HTMLElement>;
  /** In place of origin and tags; on paper nothing can be pressed. */
  readonly underHead?: ReactNode;
  /** What stands in a block in place of its bare text: the same characters, in elements of their own. */
  readonly contents?: (block: Block, body: string) => ReactNode;
}

const HEAD: ReadonlySet<Block['role']> = new Set(['kicker', 'label', 'title', 'subtitle', 'byline', 'dateline']);

/**
 * The article, drawn from its blocks as text and nothing else: no markup of any source reaches the page. Each block is
 * one element with `data-start` and holds its text and no other, which is what marks and hits are placed by.
 */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { article, untitled, textRef, underHead, contents } = props;
  const { blocks, body, parts } = article;
  const headEnd = blocks.findIndex((block) => !HEAD.has(block.role));
  const head = headEnd < 0 ? blocks : blocks.slice(0, headEnd);
  const rest = headEnd < 0 ? [] : blocks.slice(headEnd);
  const hasTitle = head.some((block) => block.role === 'title');
  const pages = new Map(parts.map((part) => [part.start, part.page]));
  const [firstPart] = parts;
  const draw = (block: Block) => {
    const text = (
      <BlockText
        key={block.span.start}
        block={block}
        isPart={firstPart !== undefined && block.span.start >= firstPart.start}
      >
        {contents ? contents(block, body) : body.slice(block.span.start, block.span.end)}
      </BlockText>
    );
    if (!pages.has(block.span.start)) return text;
    return (
      <Fragment key={block.span.start}>
        <PageSeam page={pages.get(block.span.start) ?? null} />
        {text}
      </Fragment>
    );
  };
  return (
    <article
      ref={textRef}
      className={styles.text}
      lang={article.language ?? textLanguage(body)}
      data-long={blocks.length > 120 || undefined}
    >
      <header className={styles.head}>
        {!hasTitle && (
          <h1 className={styles.title} data-untitled={article.title === '' || undefined}>
            {article.title || untitled}
          </h1>
        )}
        {head.map(draw)}
        {underHead ?? (
          <>
            <ArticleMeta article={article} />
            <TagBar article={article} />
          </>
        )}
      </header>
      {rest.map(draw)}
    </article>
  );
});

/** Where the article goes on on another page: a thin rule, drawn and not written, so that it is no part of the text. */
function PageSeam({ page }: { readonly page: string | null }) {
  const { t } = useTranslation('reader');
  const label = page === null ? t('parts.elsewhere') : t('parts.seam', { page });
  return <hr className={styles.seam} aria-label={label} data-label={label} />;
}

interface BlockTextProps {
  readonly block: Block;
  /** It stands on a page that the article goes on to: a headline there is a section head here. */
  readonly isPart: boolean;
  readonly children: ReactNode;
}

function BlockText({ block, isPart, children }: BlockTextProps) {
  const { span, level, openEnd } = block;
  const role = isPart && block.role === 'title' ? 'subhead' : block.role;
  const Tag = tagOf(role, level);
  return (
    <Tag className={styles[role]} data-start={span.start} data-open={openEnd || undefined} dir="auto">
      {children}
    </Tag>
  );
}

function tagOf(role: Block['role'], level: number | null): 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'blockquote' | 'pre' {
  switch (role) {
    case 'title':
      return 'h1';
    case 'subhead':
      return level !== null && level >= 4 ? 'h4' : level === 3 ? 'h3' : 'h2';
    case 'quotation':
      return 'blockquote';
    case 'preformatted':
      return 'pre';
    default:
      return 'p';
  }
}
