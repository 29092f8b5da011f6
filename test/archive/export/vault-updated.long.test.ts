import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { FILE, results, type VaultFixture, vaultFixture } from './vault-fixture.ts';

const HOUR = 3_600_000;
let clock: number;
let fixture: VaultFixture;
let client: VaultFixture['here']['client'];
let id: ArticleId;
let mark: AnnotationId;
let secret: AnnotationId;

beforeEach(async () => {
  clock = Date.UTC(2066, 10, 21, 0, 0, 0);
  fixture = await vaultFixture({ now: () => clock });
  client = fixture.here.client;
  id = await fixture.addFerry();
  await client.tags.apply({ articles: [id], add: ['渡口'] });
  mark = (await fixture.mark(id, '渡口新添')).id;
  secret = (await fixture.mark(id, '邻县', { confidential: true })).id;
  await fixture.run();
  clock += HOUR;
});
afterEach(() => fixture.close());

const updated = () => fixture.read().match(/^updated: (.*)$/m)?.[1];

test.each([
  ['a tag is added', () => client.tags.apply({ articles: [id], add: ['船'] })],
  ['a tag is taken off', () => client.tags.apply({ articles: [id], remove: ['渡口'] })],
  ['the note on the article is written', () => client.articles.setNote({ id, note: '问船员' })],
  ['a highlight is made', () => fixture.mark(id, '船员')],
  ['a highlight gets a note', () => client.annotations.update({ id: mark, note: '何时？' })],
  ['a highlight gets a tag', () => client.annotations.update({ id: mark, tags: ['核查'] })],
  ['a highlight gets another colour', () => client.annotations.update({ id: mark, colour: 'question' })],
  ['a highlight becomes confidential', () => client.annotations.update({ id: mark, confidential: true })],
  ['a confidential one is opened', () => client.annotations.update({ id: secret, confidential: false })],
  ['a highlight is removed', () => client.annotations.remove({ ids: [mark] })],
])(
  '%s: the file says when, also for its undoing and doing again, and a second run writes nothing',
  async (_, change) => {
    await change();
    expect(results(await fixture.run())).toEqual([{ state: 'written', path: FILE }]);
    expect(updated()).toBe('2066-11-21T09:00:00');
    clock += HOUR;
    expect(results(await fixture.run())).toEqual([{ state: 'unchanged', path: FILE }]);
    await client.history.undo({});
    await fixture.run();
    expect(updated()).toBe('2066-11-21T10:00:00');
    clock += HOUR;
    await client.history.redo();
    await fixture.run();
    expect(updated()).toBe('2066-11-21T11:00:00');
    clock += HOUR;
    expect(results(await fixture.run())).toEqual([{ state: 'unchanged', path: FILE }]);
  },
);

test.each([
  ['reading', () => client.articles.setReadingPosition({ id, position: 5, isAtEnd: true })],
  ['a reading state', () => client.articles.setReadingState({ ids: [id], state: 'archived' })],
  ['a tag that was there', () => client.tags.apply({ articles: [id], add: ['渡口'] })],
  ['the same note', () => client.articles.setNote({ id, note: '' })],
  ['a confidential highlight', () => fixture.mark(id, '船员', { confidential: true })],
  ['the note of a confidential one', () => client.annotations.update({ id: secret, note: '线人甲' })],
  ['the end of a confidential one', () => client.annotations.remove({ ids: [secret] })],
])('%s changes nothing that an export says, and writes nothing', async (_, change) => {
  await change();
  expect(results(await fixture.run())).toEqual([{ state: 'unchanged', path: FILE }]);
});

test('the trash and back leave the moment as it was', async () => {
  const before = updated();
  await client.articles.remove({ ids: [id] });
  await fixture.run();
  clock += HOUR;
  await client.articles.restore({ ids: [id] });
  await fixture.run();
  expect(updated()).toBe(before);
});
