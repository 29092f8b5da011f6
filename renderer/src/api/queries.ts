import type { Topic } from '#contract/archive.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { archive, archiveConnection, archiveQueries } from './clients.ts';
import { keepsMarks, patchMarks } from './patch-marks.ts';
import { queryClient } from './query-client.ts';

const {
  articles,
  annotations,
  tags,
  search,
  searches,
  desk,
  positions,
  jumps,
  naming,
  corrections,
  holdings,
  templates,
  standing,
  archive: about,
} = archiveQueries;

/** A title in a search result, a count beside a place: what each topic's change can be seen in. */
const SEEN_IN: Readonly<Record<Topic, readonly (readonly unknown[])[]>> = {
  articles: [
    articles.key(),
    holdings.key(),
    search.key(),
    searches.counts.key(),
    about.key(),
    desk.key(),
    tags.key(),
    jumps.key(),
    naming.key(),
    corrections.key(),
  ],
  annotations: [annotations.key(), holdings.key(), articles.key(), search.key(), searches.counts.key()],
  tags: [tags.key(), articles.key(), annotations.key(), search.key(), searches.counts.key()],
  searches: [searches.key()],
  templates: [templates.key()],
  standing: [standing.key()],
  desk: [desk.key(), positions.key(), articles.key(), jumps.key(), naming.key()],
  archive: [archiveQueries.key()],
};

/** Where no marks are named, any may have changed. */
const WITH_MARKS: ReadonlySet<Topic> = new Set(['annotations', 'tags', 'archive']);

/** An import publishes many times a second; the window looks again at most this often. */
const QUIET_MILLISECONDS = 250;

/** Follows the archive for as long as the window lives, over every connection it will have. */
export function followArchive(): void {
  const waiting = new Set<Topic>();
  /** The marks that changed, while it is known of all of them. */
  let marks: Set<AnnotationId> | undefined = new Set();
  let resting = false;

  async function refresh(): Promise<void> {
    if (resting || waiting.size === 0) return;
    resting = true;
    const keys = [...waiting].flatMap((topic) => SEEN_IN[topic]);
    const some = marks;
    waiting.clear();
    marks = new Set();
    await Promise.allSettled([
      ...keys.map((queryKey) =>
        queryClient.invalidateQueries({ queryKey, predicate: (query) => !some || !keepsMarks(query.queryKey) }),
      ),
      some && some.size > 0 && patchMarks([...some]),
      new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS)),
    ]);
    resting = false;
    void refresh();
  }

  async function watch(): Promise<void> {
    try {
      for await (const { topics, marks: changed } of await archive.archive.watch()) {
        for (const topic of topics) waiting.add(topic);
        if (changed) for (const id of changed) marks?.add(id);
        else if (topics.some((topic) => WITH_MARKS.has(topic))) marks = undefined;
        void refresh();
      }
    } catch {
      // The connection says why; the next one starts a new watch.
    }
  }

  let wasLost = false;
  function follow(): void {
    const state = archiveConnection.getState();
    if (state !== 'open') {
      wasLost ||= state === 'lost';
      return;
    }
    void watch();
    if (wasLost) void queryClient.invalidateQueries();
    wasLost = false;
  }
  archiveConnection.subscribe(follow);
  follow();
}
