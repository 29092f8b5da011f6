import { readFileSync } from 'node:fs';
import type { ArticleId } from '#contract/ids.ts';
import { lead, other, second } from '../desk/page-of.ts';
import { separatedPage } from '../desk-pages.ts';
import { dropFiles } from '../drop-files.ts';
import { storePages } from '../jumps/pages.ts';
import type { TemporaryArchive } from '../temporary-archive.ts';

/** An archive in which everything was done that leaves a row in some table. */
export async function furnish(here: TemporaryArchive): Promise<{ ferry: ArticleId; plain: ArticleId; secret: string }> {
  const { client } = here;
  const pages = await storePages(here);
  const ferry = pages.get('1')?.articles[0] as ArticleId;
  const quiet = pages.get('4')?.articles[2] as ArticleId;
  const page = new URL('../../fixtures/articles/', import.meta.url);
  const events = await dropFiles(client, [
    ['报/library.txt', readFileSync(new URL('library.txt', page))],
    ['page.html', Buffer.from('<html lang="zh"><title>河</title><p>河水退了。<p>堤上有人，𠮷野家也开了。</html>')],
    ['b.xml', altoPage()],
    ['b.png', readFileSync(new URL('../../../resources/icons/16x16.png', import.meta.url))],
  ]);
  const imported = events.filter((event) => event.state === 'imported');
  const [plain] = imported[0]?.articles ?? [];
  if (!plain) throw new Error('nothing came in');
  const mark = async (article: ArticleId, words: string, rest: { note?: string; confidential?: boolean } = {}) => {
    const { body } = await client.articles.get({ id: article });
    const start = body.indexOf(words);
    if (start < 0) throw new Error(`no ${words}`);
    const span = { start, end: start + words.length };
    return (await client.annotations.create({ article, span, colour: 'fact', ...rest })).annotation.id;
  };
  const first = await mark(ferry, '两成，', { note: '核对' });
  await client.annotations.update({ id: first, tags: ['核查/待核'] });
  const secret = await mark(ferry, '客流', { note: '线人说的', confidential: true });
  await client.annotations.update({ id: secret, tags: ['线人'] });
  const gone = await mark(quiet, '戚满仓说');
  await client.annotations.remove({ ids: [gone] });
  await client.articles.setNote({ id: ferry, note: '去看船' });
  await client.tags.apply({ articles: [ferry, plain], add: ['渡口', '就业/城镇'], remove: [] });
  await client.articles.setReadingState({ ids: [quiet], state: 'read' });
  await client.jumps.join({ from: ferry, to: quiet });
  const { body, revision } = await client.articles.get({ id: ferry });
  const start = body.indexOf('两成');
  await client.corrections.make({
    article: ferry,
    revision,
    edits: [{ span: { start, end: start + 2 }, text: '三成' }],
  });
  await client.searches.save({ name: '渡口', text: '渡口' });
  await client.templates.save({ name: '卡片', profile: 'obsidian', source: '# {{ title }}' });
  await client.articles.remove({ ids: [pages.get('1')?.articles[2] as ArticleId] });
  await client.articles.setNote({ id: plain, note: '一时' });
  await client.history.undo({});
  await workAtTheDesk(here);
  return { ferry, plain, secret };
}

const PAGE = ['老桥重新开通', '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门。', other].join(
  '\n\n',
);

/** One page is accepted as a person left it, on another the work goes on. */
async function workAtTheDesk(here: TemporaryArchive): Promise<void> {
  const { desk, annotations } = here.client;
  for (const [name, text] of [
    ['accepted.txt', PAGE],
    ['open.txt', PAGE.replace('老桥', '新桥')],
  ] as const) {
    const source = await separatedPage(here, text, { name });
    const { revision, articles } = await desk.page({ source });
    const article = articles[0]?.id as ArticleId;
    await annotations.create({ article, span: { start: 0, end: 4 }, colour: 'quote' });
    const commands = [
      { kind: 'split_article' as const, before: text.indexOf(second) },
      { kind: 'drop_blocks' as const, blocks: [text.indexOf(other)], role: 'noise' as const },
    ];
    const page = await desk.apply({ source, revision, commands });
    if (name === 'accepted.txt') await desk.accept({ source, revision: page.revision });
  }
}

function altoPage(): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description>
<Layout><Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="1000" HEIGHT="1400"><PrintSpace>
<TextBlock ID="b" HPOS="10" VPOS="10" WIDTH="400" HEIGHT="60">
<TextLine HPOS="10" VPOS="10" WIDTH="400" HEIGHT="30"><String CONTENT="石桥又开了" HPOS="10" VPOS="10" WIDTH="400" HEIGHT="30"/></TextLine>
<TextLine HPOS="10" VPOS="40" WIDTH="400" HEIGHT="30"><String CONTENT="人们走上桥去。" HPOS="10" VPOS="40" WIDTH="400" HEIGHT="30"/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>`);
}
