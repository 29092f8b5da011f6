/** A printed piece of a page: what it is, and in which box of the layout it stands. */
export interface PrintedPiece {
  /** `cut` ends in the middle of a sentence that goes on as `rest` elsewhere. */
  readonly as: 'folio' | 'kicker' | 'title' | 'byline' | 'body' | 'cut' | 'rest' | 'caption' | 'picture';
  readonly text: string;
}
/** A box of the layout, in pixels of the page, with what is set in it from top to bottom. */
export interface PrintedBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly pieces: readonly PrintedPiece[];
}
export interface PrintedSheet {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PrintedBox[];
}

const body = (text: string): PrintedPiece => ({ as: 'body', text });
const cut = (text: string): PrintedPiece => ({ as: 'cut', text });
const rest = (text: string): PrintedPiece => ({ as: 'rest', text });
const title = (text: string): PrintedPiece => ({ as: 'title', text });
const byline = (text: string): PrintedPiece => ({ as: 'byline', text });

/** Written for this project; the papers, places and people do not exist. */
export const NANPU: PrintedSheet = {
  name: 'nanpu-morning-2024-05-17-p3',
  width: 780,
  height: 880,
  boxes: [
    {
      x: 30,
      y: 24,
      w: 720,
      pieces: [{ as: 'folio', text: '南浦晨报　2024年5月17日　星期五　第3版　民生' }],
    },
    {
      x: 30,
      y: 64,
      w: 473,
      pieces: [
        { as: 'kicker', text: '城北三条背街试行早市错时摆摊' },
        title('摊位退一步　路宽了一米'),
        byline('本报记者　祁月'),
      ],
    },
    {
      x: 30,
      y: 196,
      w: 226,
      pieces: [
        body(
          '清晨五点半，城北豆腐巷的灯一盏盏亮起来。卖藕的老孟把三轮车推到黄线以内，先量了量，再摆上秤。从本月初起，豆腐巷、染坊弄和桥东街试行早市错时摆摊，摊主按时段轮换，八点半前收摊。',
        ),
        body(
          '试行以前，这三条背街是居民出行的堵点。巷子最窄处不到四米，两边一摆摊，送学的电动车就得下来推。街道办先后开了五次院坝会，把摊主、住户和学校请到一张桌子上，争到最后定下一条：谁也不赶走，谁都退一步。',
        ),
        cut(
          '“退的这一步，是拿尺子量出来的。”社区网格员唐小禾说。她把每个摊位的宽度从两米减到一米六，又在墙根画出一条黄线，线外归行人。半个月下来，早高峰通过豆腐巷的时间从十一分钟缩短到',
        ),
      ],
    },
    {
      x: 277,
      y: 196,
      w: 226,
      pieces: [
        { as: 'picture', text: '' },
        { as: 'caption', text: '清早的豆腐巷，各摊不越线。　康越摄' },
        rest('六分钟，摊主的营业额并没有下降。老孟记了账：人走得快，回头的也多了。'),
        body(
          '轮换的难处在账上。头一周，有人占了别人的时段，也有人收摊以后没有清扫。街道办把轮换表贴在巷口，请摊主自己推选一位值日的“巷长”，每天打分，每月排一次名，末三名下月排到最后挑选时段。',
        ),
        body(
          '住在染坊弄口的陆阿婆今年七十六岁，从前最怕早上出门。如今她拎着菜篮慢慢走完整条弄堂，不用再侧着身子。“路还是那条路，就是让出来了。”她说。',
        ),
        body('街道办表示，试行到七月底，届时再请住户投票决定去留。'),
      ],
    },
    {
      x: 524,
      y: 64,
      w: 226,
      pieces: [
        title('旧书找到下一家'),
        body(
          '本报讯（记者　方砚）南浦图书馆昨日开出首个旧书交换日。读者带来的旧书经过除尘、登记，贴上写有赠言的藏书票，再由下一位读者领走。活动开始不到两个小时，三百多册书换了主人。',
        ),
        body(
          '馆员说，交换的书里最多的是教辅和小说，最少见的是一册手抄的河工笔记。捐书人没有留下姓名，只在扉页写道：请给爱看水的人。图书馆已将它单独存放，待整理后供读者查阅。',
        ),
        body('今后每月第三个星期四都是交换日，不便到馆的老人可以电话预约上门取书。'),
        title('南浦大桥夜间检修'),
        body(
          '本报讯（通讯员　任宽）据市公路中心消息，南浦大桥将于本月十八日、十九日晚十一时至次日清晨五时检修伸缩缝，其间北侧两条车道封闭，南侧车道双向通行。夜班公交十二路、三十一路改走下游的青石桥，沿途增设四个临时站点。',
        ),
        body('公路中心提醒，货车应提前从绕城路分流。'),
      ],
    },
    {
      x: 30,
      y: 634,
      w: 226,
      pieces: [
        { as: 'kicker', text: '短评' },
        title('把小账算成明白账'),
        body(
          '一条背街让出一米，算的是小账：摊主少了四十厘米，行人少等五分钟。小账难算，难在各有各的算法。豆腐巷的做法不稀奇，无非是把尺子拿出来，把表贴出来，把话摊开来说。账明白了，气就顺了，路也就宽了。',
        ),
      ],
    },
  ],
};

export const BAISHI: PrintedSheet = {
  name: 'baishi-daily-2024-06-02-p1',
  width: 780,
  height: 760,
  boxes: [
    {
      x: 30,
      y: 24,
      w: 720,
      pieces: [{ as: 'folio', text: '白石日报　2024年6月2日　星期日　第1版　要闻' }],
    },
    {
      x: 30,
      y: 64,
      w: 720,
      pieces: [title('九百口老井重新有了名字'), byline('本报记者　沈既白　通讯员　鲁小满')],
    },
    {
      x: 30,
      y: 164,
      w: 226,
      pieces: [
        body(
          '白石县的地图上，一夜之间多出九百一十二个小圆点。每个圆点是一口老井，点开来，有深度、井圈的石料、最近一次淘井的日子，还有村里人对它的叫法。',
        ),
        body(
          '普查从去年秋天开始。县水利站只有六个人，跑不过来，便请各村的水管员和放学的孩子帮忙。孩子们负责问名字，老人负责认地方。有的井叫“状元井”，其实村里没有出过状元；有的井叫“借井”，因为开井的银子是借来的。',
        ),
        cut('测量并不容易。站长季长河说，最深的一口井在石门村后坡，绳子放到四十一米才听见水声，'),
      ],
    },
    {
      x: 277,
      y: 164,
      w: 226,
      pieces: [
        rest(
          '水质却是全县最好的。最浅的一口不到两米，伸手就能舀水，如今围上了木栏。普查还发现三十七口井的水位三年里降了一米以上，县里已经停批周边的取水井。',
        ),
        body(
          '井有了名字，也就有了管的人。每口井旁立一块巴掌大的铁牌，写着管井人的名字和电话，淘井、换绳、加盖都找他。管井人没有工资，每年年底由村里送一袋新米。',
        ),
        body('季长河说，图上的圆点还会增加，因为总有人打来电话：我们村还有一口，你们漏了。'),
      ],
    },
    {
      x: 524,
      y: 164,
      w: 226,
      pieces: [
        title('麦收开镰一万二千亩'),
        body(
          '本报讯（记者　管晴）昨日是全县麦收首日。据农机站统计，到傍晚六时，共有二百八十台联合收割机下地，收割小麦一万二千亩，占总面积的百分之八。',
        ),
        body('今年的天气预报细到了乡镇。气象台每两个小时发布一次短时预报，机手在手机上就能看到哪一片云往哪里走。'),
        title('夜校开班　先学修车'),
        body(
          '本报讯（记者　蒲青）东关街道夜校昨晚开班，第一课是修自行车。报名的四十人里，年纪最大的六十八岁，最小的十九岁。老师傅把一辆旧车拆成六十多个零件摊在地上，学员两人一组，装好才能下课。',
        ),
        body('夜校本期开设修车、裁衣、记账等七门课，每周二、周四晚上课，材料费由街道承担。'),
      ],
    },
  ],
};
