import { z } from 'zod';
import type { Annotation } from '#contract/annotations.ts';
import { annotationReads } from '../store/annotations.ts';
import { articleReads } from '../store/articles.ts';
import type { ReadDb } from '../store/database.ts';
import { dayPath } from './day-path.ts';
import { escapeInside, oneLine } from './escape.ts';
import { labelsFor } from './labels.ts';
import type { Entry } from './manifest.ts';
import { OURS, type Place, PlaceError, reasonOf } from './place.ts';
import { localTime } from './properties.ts';

const STATE_PATH = `${OURS}/daily.json`;
/** So much of a quote stands in a line. */
const QUOTE_CHARACTERS = 80;

/** What was told already. Marks that are older than the wish for it are never told. */
const State = z.object({ schema: z.literal('jianbao.daily/1'), since: z.int(), told: z.array(z.string()) });
type State = z.infer<typeof State>;
/** The settings of Obsidian's own daily notes. */
const Settings = z.object({ folder: z.string().optional(), format: z.string().optional() }).catch({});

export interface DailySources {
  readonly db: ReadDb;
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly timeZone: string;
  /** Where the notes are; empty: where Obsidian's settings say. */
  readonly folder: string;
  readonly withConfidential: boolean;
  readonly now: number;
}

/** How many marks went into notes, and which notes could not be written. */
export interface ToldDays {
  readonly marks: number;
  readonly failed: { readonly path: string; readonly reason: ReturnType<typeof reasonOf> }[];
}

/**
 * Puts marks that were made since this was wished for into the notes of their days, once each, into a region of ours:
 * what a person wrote is never touched, and a line that they took out stays out.
 */
export async function tellDaily(sources: DailySources): Promise<ToldDays> {
  const { db, place, entries, timeZone, withConfidential, now } = sources;
  const stored = State.safeParse(parsed(await place.read(STATE_PATH)));
  let state: State = stored.success ? stored.data : { schema: 'jianbao.daily/1', since: now, told: [] };
  if (!stored.success) await place.write(STATE_PATH, JSON.stringify(state));
  const settings = Settings.parse(parsed(await place.read('.obsidian/daily-notes.json')) ?? {});
  const folder = (sources.folder || (settings.folder ?? '')).replace(/^\/+|\/+$/g, '');
  const told = new Set(state.told);
  const fresh = annotationReads(db)
    .since(state.since)
    .filter(
      (mark) => entries.has(mark.articleId) && !told.has(mark.shortId) && (withConfidential || !mark.confidential),
    );
  const articles = articleReads(db);
  let marks = 0;
  const failed: ToldDays['failed'] = [];
  for (const [day, ofDay] of Map.groupBy(fresh, (mark) => localTime(mark.createdAt, timeZone).slice(0, 10))) {
    const name = dayPath(settings.format || 'YYYY-MM-DD', day);
    const path = [folder, `${name ?? day}.md`].filter((part) => part !== '').join('/');
    try {
      if (name === undefined) throw new PlaceError('OUTSIDE_PLACE', 'a name of days that is not understood');
      const lines = ofDay.map((mark) => [mark.shortId, lineOf(mark)] as const);
      const file = (await place.read(path))?.toString('utf8');
      const text = withLines(file ?? '', lines);
      if (text !== file) await place.write(path, text);
      state = { ...state, told: [...state.told, ...ofDay.map(({ shortId }) => shortId)] };
      await place.write(STATE_PATH, JSON.stringify(state));
      marks += ofDay.length;
    } catch (error) {
      failed.push({ path, reason: reasonOf(error) });
    }
  }
  return { marks, failed };

  function lineOf(mark: Annotation): string {
    const article = articles.find(mark.articleId);
    const labels = labelsFor(article ?? { language: null, title: '', body: '' });
    const words = [...oneLine(mark.quote.exact)];
    const quote = words.length > QUOTE_CHARACTERS ? `${words.slice(0, QUOTE_CHARACTERS).join('')}…` : words.join('');
    const meaning = mark.kind === 'bookmark' ? labels.bookmark : labels.colours[mark.colour];
    const note = (entries.get(mark.articleId)?.path ?? '').replace(/\.md$/, '');
    const title =
      oneLine(article?.title ?? '')
        .replace(/[[\]|]/g, ' ')
        .trim() || labels.noTitle;
    return `- ${meaning} · ${escapeInside(quote)} [[${note}#^jb-${mark.shortId}|${title}]]`;
  }
}

/** What a person may have made of the file is no reason to stop. */
function parsed(bytes: Buffer | undefined): unknown {
  try {
    return bytes && JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const REGION = /^%% jianbao:begin marks %%[ \t]*\r?\n([\s\S]*?)^%% jianbao:end marks %%/m;

/** At the end of our region, or in a new one at the end of the note. Nothing that is there is told again. */
function withLines(file: string, lines: readonly (readonly [id: string, line: string])[]): string {
  const end = file.includes('\r\n') ? '\r\n' : '\n';
  const added = lines.flatMap(([id, line]) => (file.includes(`#^jb-${id}`) ? [] : [`${line}${end}`])).join('');
  if (added === '') return file;
  const region = REGION.exec(file);
  if (region) {
    const at = region.index + region[0].lastIndexOf('%% jianbao:end');
    return file.slice(0, at) + added + file.slice(at);
  }
  const before = file === '' ? '' : `${file.replace(/(?:\r?\n)+$/, '')}${end}${end}`;
  return `${before}%% jianbao:begin marks %%${end}${added}%% jianbao:end marks %%${end}`;
}
