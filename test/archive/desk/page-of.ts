import { separate } from '../../../electron/archive/desk/separate.ts';
import type { DerivedArticle } from '../../../electron/contract/derivation.ts';

export const page = (...blocks: string[]) => blocks.join('\n\n');
export const texts = (article: DerivedArticle | undefined, role = 'paragraph') =>
  article?.blocks.filter((block) => block.role === role).map((block) => block.text);
export const articles = (...blocks: string[]) => separate(page(...blocks)).articles;
export const only = (...blocks: string[]) => articles(...blocks)[0];

export const lead = '清晨六点，老桥刚刚撤去围挡，卖豆腐的陈大娘就推着车走了上去。';
export const second = '老桥建于一九五八年，是县城连接东西两岸的第一座石拱桥。';
export const other = '放学铃声一响，杏花村的农家书屋就热闹起来，孩子们走向自己的书架。';
