import type { ImportEvent } from '#contract/intake.ts';
import { bagSentence, keptSentence } from '../bag-sentences.ts';
import type { Call } from '../command.ts';
import { say } from '../sentences.ts';

/** What came of a bag. What was left as it is here is named, one line each. */
export function tellBag(
  event: Extract<ImportEvent, { state: 'bag' | 'bag_refused' }>,
  { surroundings, json, print }: Call,
  path: string,
): void {
  const { language, out, err } = surroundings;
  if (json) {
    const { state: _state, path: _path, ...rest } = event;
    const output = { schema: 'jianbao.import-bag/1', path } as const;
    if ('reason' in rest) print({ ...output, taken: null, reason: rest.reason, file: rest.file || null });
    else print({ ...output, taken: rest, reason: null, file: null });
  } else if (event.state === 'bag_refused') err(`${path}: ${bagSentence(language, event.reason, event.file)}`);
  else {
    const { sources, articles, highlights, known, kept, keptHighlights, entries } = event;
    out(
      say(
        language,
        `${path}: ${sources} files with ${articles} articles, ${highlights} highlights, ${entries} entries of the journal; ${known} files were here already`,
        `${path}：${sources} 个文件、${articles} 篇文章、${highlights} 条标注、${entries} 条日志；${known} 个文件已有`,
      ),
    );
    for (const { name, reason } of kept) err(`${name}: ${keptSentence(language, reason)}`);
    if (keptHighlights > 0)
      err(
        say(
          language,
          `${keptHighlights} highlights stayed as they are here, or their text is another here`,
          `${keptHighlights} 条标注与这里的不同，或文字不同，没有改动`,
        ),
      );
  }
}
