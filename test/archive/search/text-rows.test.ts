import { expect, test } from 'vitest';
import { textRowReads } from '#archive/search/text-rows.ts';
import { smallArchive } from './small-archive.ts';

test('a text is read as the database says it, whatever its bytes are, and in the order asked for', () => {
  const texts = ['渡口', '\ufeff渡口\u0000二', '𠮷野家🌊', `断${'\ud83c'}`, ''];
  const archive = smallArchive(texts.map((text, i) => ({ title: `第${i}号`, text })));
  try {
    // A stranger's bytes that are no text.
    archive.db.prepare(`UPDATE article_text SET body = CAST(x'e6b8a1ffe58f' AS TEXT) WHERE seq = 5`).run();
    const said = archive.reader.prepare<[], string>('SELECT body FROM article_text ORDER BY seq DESC').pluck().all();
    const rows = textRowReads(archive.reader)([5, 4, 3, 2, 1]);
    expect(rows.map(({ body }) => body)).toEqual(said);
    expect(rows.map(({ title }) => title)).toEqual(['第4号', '第3号', '第2号', '第1号', '第0号']);
  } finally {
    archive.close();
  }
});
