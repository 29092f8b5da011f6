import { both } from './both.ts';

export const libraryStrings = both(
  {
    places: {
      all: '全部文章',
      unread: '未读',
      highlighted: '有标注',
      trash: '回收站',
      publications: '报刊',
      tags: '标签',
      settings: '设置',
    },
    empty: { title: '这里还没有文章' },
  },
  {
    places: {
      all: 'All articles',
      unread: 'Unread',
      highlighted: 'Highlighted',
      trash: 'Trash',
      publications: 'Publications',
      tags: 'Tags',
      settings: 'Settings',
    },
    empty: { title: 'No articles yet' },
  },
);
