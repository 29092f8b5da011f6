import type { Annotation } from '#contract/annotations.ts';
import type { ArticleId } from '#contract/ids.ts';
import { archive, archiveQueries, host, queryClient } from '../../api/index.ts';
import { currentAppearance } from '../../app/appearance.tsx';
import { failureText } from '../../app/failure-text.ts';
import { saveFile } from '../../app/save-file.ts';
import { i18next } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';

const t = i18next.getFixedT(null, 'annotations');

/** The words and nothing else. */
export function copyWords(words: string): Promise<void> {
  return copy(() => navigator.clipboard.writeText(words), 'copied');
}

/** The words with the line that says where they are from: as text, and as a quotation where that can be pasted. */
export function copyWithCitation(article: ArticleId, words: string): Promise<void> {
  return copy(async () => {
    const citation = await citationOf(article);
    const plain = `${words}\n——${citation}`;
    const rich = `<blockquote>${paragraphs(words)}</blockquote><p>——${escapeHtml(citation)}</p>`;
    const item = { 'text/plain': blob(plain, 'text/plain'), 'text/html': blob(rich, 'text/html') };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  }, 'copiedWithCitation');
}

/** A link to the highlight as Markdown: pasted into another note it leads here, and is listed here. */
export function copyLink({ shortId, quote }: Annotation): Promise<void> {
  const words = quote.exact
    .replace(/\s+/g, ' ')
    .slice(0, 30)
    .replace(/[[\]\\]/g, '\\$&');
  return copy(() => navigator.clipboard.writeText(`[${words}](jianbao://highlight/${shortId})`), 'linkCopied');
}

/** The words set in type as a picture, with paper, day and page. */
export function copyClipping(article: ArticleId, words: string): Promise<void> {
  return copy(async () => {
    const { picture } = await clippingOf(article, words);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  }, 'clippingCopied');
}

/** The same as a file: where the person says, or with what the browser downloads. */
export function saveClipping(article: ArticleId, words: string): Promise<void> {
  return saveFile(async () => {
    const { picture, title } = await clippingOf(article, words);
    const name = `${title || t('clipping')} ${t('clipping')}`;
    return {
      name: `${name}.png`,
      file: picture,
      save: () => host.savePicture({ title: name.slice(0, 300), picture }),
    };
  }, t('clippingSaved'));
}

async function clippingOf(article: ArticleId, words: string): Promise<{ picture: Blob; title: string }> {
  const [{ drawClipping }, whole, citation] = await Promise.all([
    import('../clipping/index.ts'),
    queryClient.fetchQuery(archiveQueries.articles.get.queryOptions({ input: { id: article } })),
    citationOf(article),
  ]);
  return { picture: await drawClipping({ article: whole, words, citation }), title: whole.title };
}

function citationOf(article: ArticleId): Promise<string> {
  return archive.articles.citation({ id: article, style: currentAppearance().citation });
}

async function copy(
  doing: () => Promise<void>,
  said: 'copied' | 'copiedWithCitation' | 'linkCopied' | 'clippingCopied',
): Promise<void> {
  try {
    await doing();
    notify({ text: t(said) });
  } catch (error) {
    notify({ text: error instanceof DOMException ? t('notCopied') : failureText(error), isFailure: true });
  }
}

function blob(text: string, type: string): Blob {
  return new Blob([text], { type });
}

function paragraphs(words: string): string {
  return words
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
