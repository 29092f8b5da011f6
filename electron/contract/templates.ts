import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed } from './articles.ts';
import { ExportSelection } from './exports.ts';
import { ArticleId, TemplateId } from './ids.ts';
import { ExportTemplate, TemplateFault, TemplateSource } from './template.ts';
import { ExportAmount, ExportProfile } from './vault.ts';

/** One that is kept; paths, properties and comments of its files are those of its profile. */
export const Template = ExportTemplate.extend({ id: TemplateId, profile: ExportProfile });
export type Template = z.infer<typeof Template>;

/** What a template makes of an article, as far as the window shows it. */
export const TemplateTrial = z.discriminatedUnion('state', [
  z.object({ state: z.literal('rendered'), article: ArticleId, title: z.string(), text: z.string() }),
  z.object({ state: z.literal('stopped'), article: ArticleId, title: z.string(), fault: TemplateFault }),
  /** There is no article. */
  z.object({ state: z.literal('none') }),
]);
export type TemplateTrial = z.infer<typeof TemplateTrial>;

/** Templates for the bodies of exported files, kept with the archive. */
export const templates = {
  /** By name. */
  list: oc.output(z.array(Template)),
  /** What a profile writes, as a template to begin with. */
  start: oc.input(z.object({ profile: ExportProfile })).output(TemplateSource),
  /** Tried out on one of the articles that an export would write, the first of those with highlights being number 0. Nothing is written. */
  attempt: oc
    .input(
      z.object({
        source: TemplateSource,
        profile: ExportProfile,
        amount: ExportAmount,
        selection: ExportSelection,
        /** Counted on beyond the last, and back before the first. */
        number: z.int().default(0),
      }),
    )
    .output(TemplateTrial),
  save: oc.input(Template.omit({ id: true })).output(Changed.extend({ id: TemplateId })),
  /** What is not given stays. */
  change: oc.input(Template.partial({ name: true, profile: true, source: true })).output(Changed),
  remove: oc.input(z.object({ id: TemplateId })).output(Changed),
};
