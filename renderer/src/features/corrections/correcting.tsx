import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '#contract/articles.ts';
import { useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import { paintCorrected, selectedSpan } from '../annotations/index.ts';
import type { WordsSeen } from './correct-dialog.tsx';
import { correctedSpans } from './corrected-spans.ts';
import { useCorrections } from './use-corrections.ts';

const CorrectDialog = lazy(() =>
  import('./correct-dialog.tsx').then(({ CorrectDialog }) => ({ default: CorrectDialog })),
);

/** So many characters on both sides tell which place is meant. */
const AROUND = 24;

interface CorrectingProps {
  readonly article: Article;
  readonly blocks: readonly HTMLElement[];
  readonly text: HTMLElement;
}

/** Correcting selected words of the article; what was corrected is told in the text. */
export function Correcting({ article, blocks, text }: CorrectingProps) {
  const { t } = useTranslation('corrections');
  const [seen, setSeen] = useState<WordsSeen>();
  const corrections = useCorrections(article);
  const spans = useMemo(() => correctedSpans(article.blocks, corrections), [article.blocks, corrections]);
  useEffect(() => paintCorrected(blocks, spans), [blocks, spans]);

  function begin(): void {
    const span = selectedSpan(text, blocks);
    if (!span) {
      notify({ text: t('selectFirst') });
      return;
    }
    const block = article.blocks.find((one) => one.span.start <= span.start && span.end <= one.span.end);
    if (!block) {
      notify({ text: t('refused.paragraph') });
      return;
    }
    const { body, revision } = article;
    setSeen({
      article: article.id,
      revision,
      span,
      before: body.slice(Math.max(block.span.start, span.start - AROUND), span.start),
      was: body.slice(span.start, span.end),
      after: body.slice(span.end, Math.min(block.span.end, span.end + AROUND)),
    });
  }
  useCommands([{ id: 'correct', section: 'mark', text: t('command'), keys: ['x'], run: begin }]);

  const close = useCallback(() => {
    setSeen(undefined);
    // Once the dialog has given the focus back.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-reader]')?.focus());
  }, []);
  return (
    seen && (
      <Suspense fallback={null}>
        <CorrectDialog seen={seen} onClose={close} />
      </Suspense>
    )
  );
}
