import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  ANNOTATION_COUNTS_SQL,
  annotationCountQuery,
  annotationListQuery,
  LISTED_ANNOTATIONS_SQL,
} from '#archive/store/annotation-list.ts';
import { PORTABLE_SQL, WAITING_SQL } from '#archive/store/annotations.ts';
import { countQuery, listQuery } from '#archive/store/article-list.ts';
import { CHANGED_SQL, SUMMARIES_SQL } from '#archive/store/articles.ts';
import { QUEUE_SQL, queueCountQuery, queueQuery } from '#archive/store/desk-queue.ts';
import { PAGES_SQL, PAPERS_SQL, YEAR_SQL } from '#archive/store/holdings.ts';
import { JUMP_LINES_SQL, OF_DAY_SQL } from '#archive/store/jumps.ts';
import { BY_ENDING_SQL } from '#archive/store/links.ts';
import { migrate } from '#archive/store/migrate.ts';
import { type ArticleFilter, ArticleSort } from '#contract/articles.ts';

const empty = new Database(':memory:');
migrate(empty);

function plan(text: string, values: readonly unknown[] = []): string[] {
  const rows = empty.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[];
  return rows.map((row) => row.detail);
}

const FILTERS: Readonly<Record<string, ArticleFilter>> = {
  everything: {},
  'a publication': { publication: '江城日报' },
  'a reading state': { readingState: 'unread' },
  'a tag': { tag: '就业' },
  highlights: { hasHighlight: true },
  'no highlights': { hasHighlight: false },
  'all of them together': { publication: '江城日报', readingState: 'read', tag: '就业', hasHighlight: true },
};
const INDEX = {
  imported: 'article_by_import',
  date: 'article_by_date',
  title: 'article_by_title',
  publication: 'article_by_publication',
};

for (const sort of ArticleSort.options)
  for (const [name, filter] of Object.entries(FILTERS))
    test(`a page of ${name} by ${sort} is read from its index alone, without sorting`, () => {
      const query = listQuery(filter, sort, { limit: 200, offset: 99_800 });
      const steps = plan(query.text, query.values);
      expect(steps[0]).toMatch(new RegExp(`^(SCAN|SEARCH) article USING COVERING INDEX ${INDEX[sort]}`));
      expect(steps.join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY');
      // What is looked up beside it is looked up by an index too.
      expect(steps.slice(1).filter((step) => /^SCAN (?!annotation USING COVERING INDEX)/.test(step))).toEqual([]);
    });

for (const [name, filter] of Object.entries({ ...FILTERS, 'the trash': { trash: true } }))
  test(`the count of ${name} is found by an index`, () => {
    const query = countQuery(filter);
    expect(plan(query.text, query.values)[0]).toMatch(
      /^(SCAN|SEARCH) article USING (COVERING )?INDEX (article_|sqlite_autoindex_article_1 )/,
    );
  });

test('articles of one source, and those in the trash, are found by their indexes', () => {
  const ofSource = listQuery({ source: 'x' as never }, 'title', { limit: 200, offset: 0 });
  expect(plan(ofSource.text, ofSource.values)[0]).toContain('USING INDEX article_source');
  const trash = listQuery({ trash: true }, 'imported', { limit: 200, offset: 0 });
  expect(plan(trash.text, trash.values)[0]).toContain('USING INDEX article_trash');
});

test('the calendar of what is held, and an issue, are answered by one index in its own order', () => {
  const days = plan(PAPERS_SQL);
  expect(days).toEqual(['SCAN article USING COVERING INDEX article_holding']);
  for (const [text, values] of [
    [YEAR_SQL, [null, '', '']],
    [PAGES_SQL, ['', '', '']],
  ] as const) {
    const steps = plan(text, values);
    expect(steps[0]).toMatch(
      /^SEARCH article USING COVERING INDEX article_holding \(publication_id=\? AND date_from[=>]\?/,
    );
    expect(steps.join('\n')).not.toContain('FOR GROUP BY');
  }
  const issue = listQuery({ publication: null, days: { from: '', to: '' }, page: '' }, 'imported');
  expect(plan(issue.text, issue.values)[0]).toContain(
    'INDEX article_holding (publication_id=? AND date_from=? AND date_to=?',
  );
});

test('jump marks are found among all blocks by an index of their own, the articles of a day by that of their paper', () => {
  const scanned = (steps: readonly string[]) => steps.filter((step) => step.startsWith('SCAN'));
  expect(scanned(plan(JUMP_LINES_SQL))).toEqual(['SCAN b USING INDEX block_jump']);
  const day = plan(OF_DAY_SQL, [{ key: '', publication: '', from: '', date: '' }]);
  expect(day[0]).toContain('SEARCH a USING INDEX article_by_publication (publication_key=? AND date_from=?)');
  expect(scanned(day)).toEqual([]);
});

test('rows of a page, changed articles and highlights are each found by an index', () => {
  expect(plan(SUMMARIES_SQL, ['[]']).filter((step) => /^SCAN (?!k )/.test(step))).toEqual([]);
  expect(plan(CHANGED_SQL, [0, 0, '', 1])[0]).toContain('USING INDEX article_changed');
  expect(plan(BY_ENDING_SQL, ['x'])[0]).toMatch(/^SCAN article USING COVERING INDEX/);
  expect(plan(PORTABLE_SQL, [1, 0]).filter((step) => step.endsWith('FOR ORDER BY'))).toEqual([]);
  const waiting = plan(WAITING_SQL, [1, 0]);
  expect(waiting[0]).toBe('SCAN n USING INDEX annotation_waiting');
  expect(waiting.slice(1).filter((step) => step.endsWith('FOR ORDER BY'))).toEqual([]);
});

test('all highlights are listed and counted from indexes alone: no row, where a long note may stand, is read', () => {
  const page = { limit: 200, offset: 99_800 };
  const filter = { colour: 'fact', state: 'changed', from: 1, before: 2, tag: '就业' } as const;
  for (const selection of [{}, filter]) {
    const made = annotationListQuery(selection, 'made', page);
    const count = annotationCountQuery(selection);
    for (const steps of [plan(made.text, made.values), plan(count.text, count.values)]) {
      expect(steps[0]).toMatch(/^(SCAN|SEARCH) n USING COVERING INDEX annotation_made/);
      expect(steps.join('\n')).not.toContain('FOR ORDER BY');
    }
    for (const [sort, index] of [
      ['article', 'article_by_title'],
      ['printed', 'article_by_date'],
    ] as const) {
      const query = annotationListQuery(selection, sort, page);
      const steps = plan(query.text, query.values);
      expect(steps[0]).toBe(`SCAN a USING COVERING INDEX ${index}`);
      expect(steps[1]).toMatch(/^SEARCH n USING COVERING INDEX annotation_article \(article_id=\?\)/);
    }
  }
  expect(plan(ANNOTATION_COUNTS_SQL)[0]).toBe('SCAN n USING COVERING INDEX annotation_made');
  const ofArticle = annotationListQuery({ article: 'x' as never }, 'article', page);
  expect(plan(ofArticle.text, ofArticle.values)[0]).toContain('COVERING INDEX annotation_article (article_id=?)');
  expect(plan(LISTED_ANNOTATIONS_SQL, ['[]']).filter((step) => /^SCAN (?!k )/.test(step))).toEqual([]);
});

test('the queue of the desk is read from one index, in its order, and its rows by their ids', () => {
  const filter = { states: ['separated', 'open'], doubts: 'none' } as const;
  const list = queueQuery(filter, { limit: 200, offset: 4000 });
  const count = queueCountQuery(filter);
  for (const steps of [plan(list.text, list.values), plan(count.text, count.values), plan(QUEUE_SQL.clean)]) {
    expect(steps[0]).toBe('SCAN source USING COVERING INDEX source_queue');
    expect(steps.join('\n')).not.toContain('FOR ORDER BY');
  }
  expect(plan(QUEUE_SQL.counts)[0]).toBe('SCAN source USING COVERING INDEX source_queue');
  expect(plan(QUEUE_SQL.sample, [20])[0]).toBe('SCAN source USING COVERING INDEX source_queue');
  // Their revisions are read once for each time somebody asks for all of them: from the rows that the index names.
  expect(plan(QUEUE_SQL.cleanOnes)).toEqual(['SCAN source USING INDEX source_queue']);
  for (const sql of [QUEUE_SQL.next, QUEUE_SQL.following])
    expect(plan(sql, sql === QUEUE_SQL.next ? ['x'] : ['x', 20])[0]).toMatch(
      /^SEARCH source USING COVERING INDEX source_queue \(id>/,
    );
  expect(plan(QUEUE_SQL.rows, ['[]']).filter((step) => /^SCAN (?!k )/.test(step))).toEqual([]);
});
