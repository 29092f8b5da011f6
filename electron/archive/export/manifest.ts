import { z } from 'zod';
import { ArticleId } from '#contract/ids.ts';
import { ExportTemplate } from '#contract/template.ts';
import { ExportAmount, ExportProfile } from '#contract/vault.ts';
import type { VaultLanguage } from './labels.ts';
import { REGIONS } from './render.ts';

/** What we know of one exported file. */
const Entry = z.object({
  article: ArticleId,
  /** The archive it came from: two archives may share a folder. */
  archive: z.string(),
  /** Relative to the folder, with `/`. */
  path: z.string(),
  /** Where it was meant to be, before numbers were added to tell it from another. */
  wish: z.string(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  /** Whose conventions it follows. */
  profile: ExportProfile.default('obsidian'),
  /** Hash of the whole file as we left it, with whatever a person had added by then. */
  file: z.string(),
  heading: z.string(),
  regions: z.partialRecord(z.enum(REGIONS), z.string()),
  /** Hashes of what we wrote below regions that a person had changed. */
  conflicts: z.partialRecord(z.enum(REGIONS), z.string()).optional(),
  /** Short ids of the highlights that stand in it or have stood in it while others pointed at them. */
  marks: z.array(z.string()),
  /** Nobody else has written in it. */
  isOurs: z.boolean().optional(),
  /** Where a template wrote the body: when, when before, hashes of what it put where something is kept, and one of all it was made of. */
  template: z
    .object({
      at: z.int(),
      before: z.int(),
      kept: z.record(z.string(), z.array(z.string())),
      seed: z.string().optional(),
    })
    .optional(),
  /** Ours, written beside a file that a person had edited, and the hash of its text. */
  aside: z.object({ path: z.string(), hash: z.string() }).optional(),
});
export type Entry = z.infer<typeof Entry>;

const Header = z.object({
  schema: z.literal('jianbao.vault/1'),
  timeZone: z.string(),
  /** Of the folders' names; a vault begun before it was kept has none. */
  language: z.enum(['zh', 'en']).optional(),
  /** What was not kept at first was always this. */
  profile: ExportProfile.default('obsidian'),
  amount: ExportAmount.default('both'),
  /** Whole, so that the folder goes on as it is when the archive has it no more; null for none. */
  template: ExportTemplate.nullable().default(null),
});

/** What holds for every file of a vault, decided when it is begun. */
export interface VaultHabits {
  readonly timeZone: string;
  readonly language: VaultLanguage;
  readonly profile: ExportProfile;
  readonly amount: ExportAmount;
  readonly template: ExportTemplate | null;
}

export interface Manifest {
  /** Undefined for what a new vault has yet to decide. */
  readonly timeZone: string | undefined;
  readonly language: VaultLanguage | undefined;
  readonly profile: ExportProfile | undefined;
  readonly amount: ExportAmount | undefined;
  readonly template: ExportTemplate | null | undefined;
  /** By article. */
  readonly entries: Map<ArticleId, Entry>;
}

/**
 * One line of JSON for the vault and one for each file, the last one for an article being valid: a run adds lines as it
 * goes, so that one that was killed is known up to its last file. A line that cannot be read (torn, or a stranger's) is
 * passed over: its file is then found by its id.
 */
export function parseManifest(text: string | undefined): Manifest {
  const [first = '', ...lines] = (text ?? '').split('\n');
  const header = Header.safeParse(parseLine(first));
  const entries = new Map<ArticleId, Entry>();
  if (!header.success) {
    const nothing = { language: undefined, profile: undefined, amount: undefined, template: undefined };
    return { timeZone: undefined, ...nothing, entries };
  }
  for (const line of lines) {
    const entry = Entry.safeParse(parseLine(line));
    if (entry.success) entries.set(entry.data.article, entry.data);
  }
  return { ...header.data, language: header.data.language, entries };
}

export function headerLine({ timeZone, language, profile, amount, template }: VaultHabits): string {
  return `${JSON.stringify({ schema: 'jianbao.vault/1', timeZone, language, profile, amount, template })}\n`;
}

export function entryLine(entry: Entry): string {
  // Parsed, so that the keys stand in one order whoever made the entry: lines are compared.
  return `${JSON.stringify(Entry.parse(entry))}\n`;
}

export function renderManifest({ entries }: Manifest, habits: VaultHabits): string {
  return headerLine(habits) + [...entries.values()].map(entryLine).join('');
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
