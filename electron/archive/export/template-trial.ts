import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { ArticleId } from '#contract/ids.ts';
import type { TemplateTrial } from '#contract/templates.ts';
import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { annotationReads } from '../store/annotations.ts';
import { articleReads } from '../store/articles.ts';
import { colourNameReads } from '../store/colour-names.ts';
import type { ReadDb } from '../store/database.ts';
import { linkReads } from '../store/links.ts';
import { labelsFor, withColourNames } from './labels.ts';
import { type RunTemplate, renderOurs } from './render-ours.ts';
import { TemplateStopped } from './template-fault.ts';

export interface TrialSources {
  readonly db: ReadDb;
  readonly ids: readonly ArticleId[];
  readonly correctionsOf: (article: Pick<Article, 'id' | 'sourceId'>) => readonly Correction[];
  readonly runTemplate: RunTemplate;
  readonly source: string;
  readonly profile: ExportProfile;
  readonly amount: ExportAmount;
  /** Counted from the first of those with highlights, on beyond the last and back before the first. */
  readonly number: number;
  readonly now: number;
}

/** So many are looked at for highlights before the first is taken without. */
const LOOKED_AT = 200;

/** What a template would write for one of the articles. Nothing is written. */
export async function tryTemplate(sources: TrialSources): Promise<TemplateTrial> {
  const { db, ids, correctionsOf, runTemplate, source, profile, amount, number, now } = sources;
  const articles = articleReads(db);
  const annotations = annotationReads(db);
  const shown = (id: ArticleId) => annotations.ofArticle(id).filter(({ confidential }) => !confidential);
  const first = Math.max(
    0,
    ids.slice(0, LOOKED_AT).findIndex((id) => shown(id).length > 0),
  );
  const id = ids.length === 0 ? undefined : ids.at((((first + number) % ids.length) + ids.length) % ids.length);
  const article = id && articles.find(id);
  if (!article) return { state: 'none' };
  const about = { article: article.id, title: article.title };
  const labels = withColourNames(labelsFor(article), colourNameReads(db).all());
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const said = {
    article,
    marks: shown(article.id),
    corrections: correctionsOf(article),
    archive: linkReads(db).archive(),
    timeZone,
    profile,
    amount,
    template: { name: '', source },
    runTemplate,
  };
  try {
    const ours = await renderOurs(said, { removed: [], labels, wish: '', times: { at: now, before: 0 } });
    return { state: 'rendered', ...about, text: ours.regions.template ?? '' };
  } catch (error) {
    if (!(error instanceof TemplateStopped)) throw error;
    const { line, reason, what } = error;
    return { state: 'stopped', ...about, fault: { line, reason, what } };
  }
}
