import type { ExportProfile } from '#contract/vault.ts';
import { commonmark } from './commonmark.ts';
import { logseq } from './logseq.ts';
import { obsidian } from './obsidian.ts';
import { omnivore } from './omnivore.ts';
import type { Profile } from './profile.ts';
import { readwise } from './readwise.ts';

export const PROFILES: Readonly<Record<ExportProfile, Profile>> = { obsidian, commonmark, logseq, readwise, omnivore };
