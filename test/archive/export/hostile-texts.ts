import fc from 'fast-check';
import type { BlockRole } from '#contract/derivation.ts';

/** Every character that Markdown or a vault gives a meaning, and what such characters are found in on a page of a paper. */
export const piece = fc.constantFrom(
  ...'\\`*_{}[]()<>#+-.!|~$%^&=:;"\'/@?, \t\u3000',
  ...'中文字“”‘’。，、《》（）…—·％＋－0123456789aZ',
  ...['**“放管服”**', '*，*', '__（甲）__', '~~。~~', '==高亮==', '%%注%%', '[[人名]]', '![[图]]', '#标签', '^jb-abc'],
  ...['-3.1%', '+2.5', '−1', '1. ', '12) ', '1978. ', '- ', '* ', '+ ', '> ', '# ', '---', '===', '***', '| a | b |'],
  ...[
    '```',
    '~~~',
    '    ',
    '<b>',
    '</div>',
    '<!-- ',
    '<%',
    '{{',
    '}}',
    '{%',
    '$x$',
    '$$',
    '((',
    '))',
    'key:: ',
    '[^1]: ',
  ],
  ...['https://', 'www.', 'a@b.cn', '&amp;', '&#35;', '&lt;', '[甲](乙)', '![](x)', '\n', '\u2028', '\u{20bb7}', '😀'],
);
const roles: BlockRole[] = ['paragraph', 'subhead', 'caption', 'quotation', 'list_item', 'byline', 'title', 'kicker'];
/** Blocks of an article, each a role and its text. */
export const article = fc.array(
  fc.tuple(
    fc.constantFrom(...roles),
    fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => parts.join('')),
  ),
  { minLength: 1, maxLength: 3 },
);
