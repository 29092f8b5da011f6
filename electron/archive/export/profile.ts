import type { Article } from '#contract/articles.ts';
import type { FileForm } from './file-form.ts';
import type { FolderNames, Labels } from './labels.ts';
import type { Properties, PropertySources } from './properties.ts';
import type { Regions, RenderSources } from './render.ts';

/** What a reader of notes expects of a file: where it is, what it says of itself, and how a mark looks in it. */
export interface Profile {
  readonly form: FileForm;
  /** Where an article's file belongs, with `/` between folders and without `.md`. */
  readonly path: (article: Article, labels: Labels, folders: FolderNames) => string;
  readonly properties: (sources: PropertySources & { readonly wish: string }) => Properties;
  readonly heading: (article: Article, labels: Labels) => string;
  readonly regions: (sources: RenderSources) => Regions;
}
