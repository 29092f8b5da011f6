import { expect, test } from 'vitest';
import { authorsOf } from '#archive/exchange/authors.ts';
import { peopleOf } from '#archive/search/bylines.ts';

test.each([
  ['本报记者 林月 通讯员 任宽 实习生 李思', '林月 | 任宽 | 李思'],
  ['林月/文 周海生/摄', '林月 | 周海生'],
  ['林月·文', '林月'],
  ['记者 阿依古丽·吐尔逊', '阿依古丽·吐尔逊'],
  ['新华社记者 王小明 李强', '王小明 | 李强'],
  ['据新华社电', '新华社'],
  ['本报讯', ''],
  ['本报记者', ''],
  ['本报综合消息', ''],
  ['江城日报', ''],
  ['江城日报 何佳', '何佳'],
  ['本报编辑部', '本报编辑部'],
  ['人民日报评论员', '人民日报评论员'],
  ['特约评论员 周明', '周明'],
  ['江城市委宣传部', '江城市委宣传部'],
  ['国务院', '国务院'],
  ['市统计局 李四', '李四'],
  ['作者：江城大学 林月', '林月'],
  ['李会 王处', '李会 | 王处'],
  ['By Ann Lee and Tom Ward', 'Lee, Ann | Ward, Tom'],
  ['Eleanor Marsh, Staff Writer', 'Marsh, Eleanor'],
  ['By Ann Lee and Associated Press', 'Lee, Ann | Associated Press'],
  ['THE ASSOCIATED PRESS', 'THE ASSOCIATED PRESS'],
  ['Reuters', 'Reuters'],
  ['By the Editorial Board', 'Editorial Board'],
  ['From Staff and Wire Reports', ''],
  ['Department of Roads and Bridges', 'Department of Roads and Bridges'],
])('%s is by: %s', (byline, wanted) => {
  const said = authorsOf(byline, peopleOf(byline), '江城日报').map((author) =>
    'literal' in author ? author.literal : `${author.family}, ${author.given}`,
  );
  expect(said.join(' | ')).toBe(wanted);
});
