import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { ArticleId } from '#contract/ids.ts';
import type { ExportTemplate } from '#contract/template.ts';
import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import { annotationReads } from '../store/annotations.ts';
import { articleReads } from '../store/articles.ts';
import { colourNameReads } from '../store/colour-names.ts';
import type { ReadDb } from '../store/database.ts';
import { linkReads } from '../store/links.ts';
import { fileName } from './file-names.ts';
import { FOLDER_NAMES, labelsFor, vaultLanguage, withColourNames } from './labels.ts';
import { type Entry, type Manifest, parseManifest, type VaultHabits } from './manifest.ts';
import { MANIFEST_PATH, type Place } from './place.ts';
import { type Plan, planArticle } from './plan.ts';
import { PROFILES } from './profiles.ts';
import { type RunTemplate, renderOurs } from './render-ours.ts';
import { openVaultFiles, type VaultFiles } from './vault-files.ts';

export interface VaultSources {
  readonly db: ReadDb;
  /** In the order of the export. Articles in the trash are not written anew. */
  readonly ids: readonly ArticleId[];
  /** What people corrected in its text, the oldest first. */
  readonly correctionsOf: (article: Pick<Article, 'id' | 'sourceId'>) => readonly Correction[];
  /** As before in this folder where they are not named. */
  readonly profile?: ExportProfile | undefined;
  readonly amount?: ExportAmount | undefined;
  /** Null for none, where the profile alone says what is written. */
  readonly template?: ExportTemplate | null | undefined;
  /** Where there may be templates. */
  readonly runTemplate?: RunTemplate | undefined;
  readonly now?: () => number;
  /** With highlights that are marked confidential. */
  readonly confidential?: boolean | undefined;
  /** For a folder that has no manifest yet. */
  readonly timeZone?: string;
}

/** A folder with what was exported to it, and what an article's file in it would be. */
export interface Vault {
  readonly manifest: Manifest;
  /** It has a manifest already. */
  readonly isStored: boolean;
  readonly habits: VaultHabits;
  /** Of the archive, for `jianbao://` addresses. */
  readonly archive: string;
  readonly files: VaultFiles;
  readonly articles: ReturnType<typeof articleReads>;
  /** Undefined for an article that is in the trash or gone. */
  readonly find: (id: ArticleId) => Article | undefined;
  /** Where it would be if nothing else were there. */
  readonly wishedFile: (article: Article) => string;
  /** The folder was written without it until now. */
  readonly isTemplateNew: boolean;
  /** Runs the template for an article and writes nothing. @throws TemplateStopped */
  readonly tryTemplate: (id: ArticleId, signal?: AbortSignal) => Promise<void>;
  /** Undefined for an article of which nothing is wanted. */
  readonly plan: (article: Article, entry: Entry | undefined) => Promise<Plan | undefined>;
}

export async function openVault(place: Place, sources: VaultSources): Promise<Vault> {
  const { db, ids, correctionsOf } = sources;
  const stored = (await place.read(MANIFEST_PATH))?.toString('utf8');
  const manifest = parseManifest(stored);
  const articles = articleReads(db);
  const annotations = annotationReads(db);
  const habits: VaultHabits = {
    timeZone: manifest.timeZone ?? sources.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: manifest.language ?? vaultLanguage(summariesOf(ids, articles)),
    profile: sources.profile ?? manifest.profile ?? 'obsidian',
    amount: sources.amount ?? manifest.amount ?? 'both',
    // Who names a profile and no template wants none.
    template: sources.template ?? (sources.template === null || sources.profile ? null : (manifest.template ?? null)),
  };
  const { profile, amount, timeZone } = habits;
  const template = habits.template ?? undefined;
  const now = (sources.now ?? Date.now)();
  const folders = FOLDER_NAMES[habits.language];
  const colourNames = colourNameReads(db).all();
  const archive = linkReads(db).archive();
  const files = openVaultFiles(place, manifest, stored === undefined);
  const find = (id: ArticleId) => {
    const article = articles.find(id);
    return article?.deletedAt === null ? article : undefined;
  };
  const how = { archive, timeZone, profile, amount, template, runTemplate: sources.runTemplate };
  const toldOf = (article: Article) => ({
    article,
    marks: annotations.ofArticle(article.id).filter((mark) => sources.confidential === true || !mark.confidential),
    corrections: correctionsOf(article),
    ...how,
  });
  return {
    manifest,
    isStored: stored !== undefined,
    habits,
    archive,
    files,
    articles,
    find,
    wishedFile: (article) => fileName(PROFILES[profile].path(article, labelsFor(article), folders)),
    isTemplateNew: template !== undefined && template.source !== manifest.template?.source,
    async tryTemplate(id, signal) {
      const article = find(id);
      if (!article || signal?.aborted) return;
      const labels = withColourNames(labelsFor(article), colourNames);
      const times = { at: now, before: 0 };
      await renderOurs(toldOf(article), { removed: [], labels, wish: '', times });
    },
    plan: (article, entry) => planArticle({ ...toldOf(article), folders, colourNames, files, entry, now }),
  };
}

const SUMMARIES_AT_ONCE = 1000;

export function* summariesOf(ids: readonly ArticleId[], articles: ReturnType<typeof articleReads>) {
  for (let at = 0; at < ids.length; at += SUMMARIES_AT_ONCE)
    yield* articles.summaries(ids.slice(at, at + SUMMARIES_AT_ONCE));
}
