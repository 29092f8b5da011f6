import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two pages of one day: one story goes on from the first to the fourth, another on a page that is not here. */
const FIRST = `霁川日报 2024年3月18日 星期一 第1版 要闻

汀溪渡口添了两艘电渡船

本报记者 宋闻笛

　　霁川轮渡公司昨日在汀溪渡口试航两艘电渡船。船长戚满仓说，新船一次可以载四十人，靠岸时比柴油船安静得多，对岸的居民早上不再被汽笛吵醒。
　　渡口管理处的账本上记着，去年冬天的客流比前年多了两成。处长邬启明介绍，新船的电池在码头充一夜可以跑十二个来回，比烧柴油省下一半的钱。
　　戚满仓在这条河上开了二十六年船，他记得每一处浅滩，
（下转第4版）

北堤加固工程昨日开工

本报记者 郭听泉

　　北堤加固工程昨日开工，工期一百二十天。市水利局称，堤身将用粘土心墙加高六十厘米，汛期以前可以合龙，沿堤三个村的引水渠同时改线。
　　工程指挥部在堤脚搭起了二十间板房，第一批土方车凌晨进场。负责质量的工程师孔令舟说，每一层土都要碾压八遍，
（下转第7版）
`;

const FOURTH = `霁川日报 2024年3月18日 星期一 第4版 综合

三艘柴油船本月退役

本报记者 宋闻笛

　　汀溪渡口的三艘柴油船本月退役，船体将送往下游的拆解厂。渡口管理处说，拆下来的发动机会留一台给市里的交通博物馆，放在进门的大厅里。
　　退役的船里最老的一艘一九八六年下水，船壳补过四次。岸上的充电桩年底以前全部建成，届时夜航的末班船推迟到十点。

（上接第1版）

电渡船静悄悄

　　也记得哪一家的孩子每天赶早班船去对岸上学。戚满仓说，电渡船靠岸时听得见水声，孩子们反倒不习惯，以为船没有开。
　　霁川轮渡公司打算明年再添一艘电渡船，邬启明正在算新的班次，早高峰要做到十分钟一班。

老图书馆收了两名徒弟

本报记者 郭听泉

　　孟临川在市图书馆修了三十一年书，今年馆里给他招了两名徒弟。他的工具是一把竹起子和一碗浆糊，浆糊要隔夜，起子要温。
　　徒弟们先学了三个月裁纸，上个月才准碰第一本民国的账册，修好以后放回书库的东窗下面。
`;

/** A folder with both, as a person has it. */
export function makeJumpPages(room: string): string {
  const folder = join(room, '霁川日报', '2024-03-18');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '第1版.txt'), FIRST);
  writeFileSync(join(folder, '第4版.txt'), FOURTH);
  return join(room, '霁川日报');
}
