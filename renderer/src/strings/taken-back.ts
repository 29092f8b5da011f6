import { both } from './both.ts';

/** Of files that we exported, when they come in again. */
export const takenBackStrings = both(
  {
    marks_other: '补回 {{count}} 处标注',
    orphans_other: '其中 {{count}} 处找不到确切位置，等你放置',
    join: '；',
    notices: {
      other_text: '文中正文与库中不同，两篇都保留',
      words_kept: '你写的话已放进全文批注',
      words_left: '你写的话太长，只留在文件里',
      properties_left: '你加的属性只留在文件里',
      differs: '文件里有与库中不同的题目、出处、标签或批注，库中的未动',
    },
  },
  {
    marks_one: 'One highlight came back',
    marks_other: '{{count}} highlights came back',
    orphans_one: 'one has no certain place and waits for you',
    orphans_other: '{{count}} have no certain place and wait for you',
    join: '; ',
    notices: {
      other_text: 'its text is another than the library’s, both are kept',
      words_kept: 'what you wrote stands in the note on the article',
      words_left: 'what you wrote is too long and stays in the file alone',
      properties_left: 'properties of your own stay in the file alone',
      differs: 'title, origin, tags or notes differ from the library’s, which stay',
    },
  },
);
