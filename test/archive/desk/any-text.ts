import fc from 'fast-check';

const sentence = fc.constantFrom(
  '近日，城东的老桥重新通车，居民们早早来到桥头。',
  '“这座桥我走了四十年，”老人说，“今天又能走了。”',
  '修缮用了两年，保留了原来的石栏。',
  'The council voted 7-2 to reopen the bridge on Monday.',
  'Resid-',
  '据介绍，工程的费用由三方分担',
);
const furniture = fc.constantFrom(
  '本报讯 ',
  '本报讯(记者 王小明)',
  '□ 李 明 张大年',
  '【短评】',
  '编者按 ',
  '(上接1版)',
  '（下转4版）',
  '责任编辑 王某',
  '## ',
  '老桥通车 居民欢喜',
  '城东街道——',
  '桥头一景。 赵大力 摄',
  '(作者系城东中学教师)',
  'By JOHN SMITH',
  'Continued on page A4',
  'Photo: Jane Doe',
);
const oddity = fc.constantFrom(
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\u2060',
  '\u3000',
  '\u3000\u3000',
  '\t',
  '  ',
  '\ud83d',
  '\ude00',
  '😀',
  '\ue000',
  '︽',
  '﹁',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u2029',
  '\f',
  '\v',
  '“',
  '”',
  '"',
  '(',
  '）',
  '—',
  '…',
  '12345 热线',
  'e\u0301',
  'ｆｕｌｌ',
  '한국어',
  'かな',
  'عربي',
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\n\n\n', '', ' ');
const page = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: sentence },
      { weight: 2, arbitrary: furniture },
      { weight: 2, arbitrary: oddity },
      { weight: 4, arbitrary: lineEnd },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
/** Made of what pages are made of, or of anything at all. */
export const anyText = fc.oneof(
  page,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
