import { both } from './both.ts';

export const readerStrings = both(
  { none: { title: '选一篇来读', text: '在左边的列表里用方向键移动，停在哪一篇，这里就打开哪一篇。' } },
  {
    none: {
      title: 'Choose something to read',
      text: 'Move through the list with the arrow keys; what you stop at opens here.',
    },
  },
);
