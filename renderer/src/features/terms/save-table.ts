import type { TermHits } from '#contract/search.ts';
import { host } from '../../api/index.ts';
import { failureText } from '../../app/failure-text.ts';
import { i18next } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import { toCsv } from './csv.ts';

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

/** Into a file where the person says, or with what the browser downloads. */
export async function saveTable(found: readonly TermHits[]): Promise<void> {
  const t = i18next.getFixedT(null, 'terms');
  const columns = (['name', 'articles', 'title', 'paper', 'date', 'hits', 'passage'] as const).map((key) =>
    t(`columns.${key}`),
  );
  const csv = toCsv([columns, ...termRows(found)]);
  try {
    if (location.protocol.startsWith('http')) download(csv, `${t('file')}.csv`);
    else if (!(await host.saveTable({ title: t('file'), csv })).saved) return;
    notify({ text: t('saved') });
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  }
}

/** The address is let go once the browser has read it. */
function download(csv: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
