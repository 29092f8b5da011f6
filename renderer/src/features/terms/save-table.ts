import { toCsv } from '#contract/csv.ts';
import type { TermHits } from '#contract/search.ts';
import { host } from '../../api/index.ts';
import { saveFile } from '../../app/save-file.ts';
import { i18next } from '../../strings/index.ts';

/** One row for each passage; a name that was found nowhere has one of its own. */
export function termRows(rows: readonly TermHits[]): (string | number)[][] {
  return rows.flatMap(({ name, total, passages }): (string | number)[][] =>
    passages.length === 0
      ? [[name, total]]
      : passages.map(({ title, publication, date, snippet, hits }) => [
          name,
          total,
          title,
          publication ?? '',
          date ?? '',
          hits,
          snippet.text.replace(/\s+/gu, ' ').trim(),
        ]),
  );
}

/** What was found as a file for a spreadsheet. */
export function saveTable(found: readonly TermHits[]): Promise<void> {
  const t = i18next.getFixedT(null, 'terms');
  return saveFile(async () => {
    const columns = (['name', 'articles', 'title', 'paper', 'date', 'hits', 'passage'] as const).map((key) =>
      t(`columns.${key}`),
    );
    const csv = toCsv([columns, ...termRows(found)]);
    return {
      name: `${t('file')}.csv`,
      file: new Blob([csv], { type: 'text/csv' }),
      save: () => host.saveTable({ title: t('file'), csv }),
    };
  }, t('saved'));
}
