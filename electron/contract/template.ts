import { z } from 'zod';

/** Longer than anything that a person writes by hand. */
const SOURCE_CHARACTERS = 100_000;

export const TemplateName = z.string().trim().min(1).max(100);
export const TemplateSource = z.string().max(SOURCE_CHARACTERS);

/** What an export writes bodies with. */
export const ExportTemplate = z.object({ name: TemplateName, source: TemplateSource });
export type ExportTemplate = z.infer<typeof ExportTemplate>;

/** Why a template was stopped. */
export const TemplateFaultReason = z.enum([
  /** `what` begins words that are neither Nunjucks nor Liquid, or not the part of them that is understood. */
  'not_understood',
  'unknown_tag',
  'unknown_filter',
  /** A tag, a string or braces without their end. */
  'not_closed',
  /** An end, or an `else`, of something that was not begun. */
  'not_begun',
  /** What is kept needs a name of its own: letters, digits, blanks and hyphens, and no other of that name. */
  'bad_name',
  /** The properties of a file are not the template's. */
  'front_matter',
  'too_slow',
  'too_large',
  'failed',
]);
export type TemplateFaultReason = z.infer<typeof TemplateFaultReason>;

export const TemplateFault = z.object({
  /** From one. */
  line: z.int().positive(),
  reason: TemplateFaultReason,
  /** The tag, the filter or the words that it is about. */
  what: z.string().max(200),
});
export type TemplateFault = z.infer<typeof TemplateFault>;
