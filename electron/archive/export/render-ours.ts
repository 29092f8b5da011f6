import type { Annotation } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Correction } from '#contract/corrections.ts';
import type { ExportTemplate } from '#contract/template.ts';
import type { ExportAmount, ExportProfile } from '#contract/vault.ts';
import type { Ours } from './file-form.ts';
import { hashOf } from './hash.ts';
import type { Labels } from './labels.ts';
import { PROFILES } from './profiles.ts';
import type { RegionName, Regions, RenderSources } from './render.ts';
import { type TemplateTimes, templateFields } from './template-fields.ts';
import type { TemplateTask } from './template-render.ts';

/** Runs a template where it can be ended. Rejects with TemplateStopped. */
export type RunTemplate = (task: TemplateTask) => Promise<string>;

export interface OursSources {
  readonly article: Article;
  /** None of them confidential. */
  readonly marks: readonly Annotation[];
  /** What is corrected in its text, the oldest first. */
  readonly corrections: readonly Correction[];
  readonly archive: string;
  readonly timeZone: string;
  readonly profile: ExportProfile;
  readonly amount: ExportAmount;
  /** Writes the body; all else is as the profile has it. */
  readonly template: ExportTemplate | undefined;
  readonly runTemplate: RunTemplate | undefined;
}

interface File {
  /** Short ids of removed highlights that other notes still point at. */
  readonly removed: readonly string[];
  readonly labels: Labels;
  readonly wish: string;
  readonly times: TemplateTimes;
}

/** Of how templates are run: another number has every body written anew. */
const ENGINE = 1;

/**
 * All that a body by a template is made of, as a hash: where it is that of the last time, so is the body, and it need not
 * be run. Undefined where no template writes it.
 */
export function templateSeed(sources: OursSources, { removed, labels, wish, times }: File): string | undefined {
  const { article, marks, corrections, archive, timeZone, profile, amount, template } = sources;
  if (!template) return undefined;
  const said = { article, marks, corrections, removed, archive, timeZone, labels };
  const ours = PROFILES[profile].properties({ ...said, corrections: corrections.length, wish });
  const fields = templateFields(amountOf(amount, said), times);
  return hashOf(JSON.stringify([ENGINE, profile, template.source, wish, ours, fields]));
}

/** Everything in an article's file that is ours. @throws TemplateStopped */
export async function renderOurs(sources: OursSources, { removed, labels, wish, times }: File): Promise<Ours> {
  const { article, marks, corrections, archive, timeZone, profile, amount, template, runTemplate } = sources;
  const { properties, heading, regions, form } = PROFILES[profile];
  const said = { article, marks, corrections, removed, archive, timeZone, labels };
  const ours = properties({ article, corrections: corrections.length, archive, timeZone, labels, wish });
  if (!template) return { properties: ours, heading: heading(article, labels), regions: only(amount, regions(said)) };
  if (!runTemplate) throw new TypeError('nothing here runs templates');
  const fields = templateFields(amountOf(amount, said), times);
  const body = await runTemplate({ source: template.source, fields, comment: form.comment });
  return { properties: ours, heading: '', regions: { template: body } };
}

const LEFT_OUT: Readonly<Record<ExportAmount, readonly RegionName[]>> = {
  both: [],
  marks: ['text', 'corrections'],
  text: ['note', 'highlights'],
};

function only(amount: ExportAmount, regions: Regions): Regions {
  return Object.fromEntries(Object.entries(regions).filter(([name]) => !LEFT_OUT[amount].includes(name as RegionName)));
}

/** The same for what a template is given: it cannot write what is not there. */
function amountOf(amount: ExportAmount, sources: RenderSources): RenderSources {
  const { article } = sources;
  if (amount === 'marks')
    return { ...sources, corrections: [], article: { ...article, body: '', blocks: [], excerpt: '' } };
  return amount === 'text' ? { ...sources, marks: [], removed: [], article: { ...article, note: '' } } : sources;
}
