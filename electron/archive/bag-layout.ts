import type { SourceId } from '#contract/ids.ts';

/** Of what a bag of ours holds and where; a later form that this program cannot read has another number. */
export const BAG_FORM = '1';

/** Labels of bag-info.txt that are ours, as they are written; they are read in lower case. */
export const LABELS = { form: 'Jianbao-Bag', schema: 'Jianbao-Schema', scope: 'Jianbao-Scope' } as const;

export const BAG_PATHS = {
  events: 'data/events.jsonl',
  annotations: 'data/annotations.jsonld',
  premis: 'data/metadata/premis.xml',
  raw: (sha256: string, name: string) => `data/raw/${sha256}${ending(name)}`,
  clean: (article: string) => `data/clean/${article}.md`,
  dublinCore: (article: string) => `data/metadata/oai_dc/${article}.xml`,
  derivation: (source: SourceId) => `data/derivation/${source}.json`,
  added: (source: SourceId) => `data/records/sources/${source}.json`,
  table: (when: 'before' | 'after', table: string) => `data/records/${when}/${table}.jsonl`,
} as const;

/** The hash of an original by its path. */
export const RAW_PATH = /^data\/raw\/([0-9a-f]{64})(?:\.[a-z0-9]{1,8})?$/;
export const DERIVATION_PATH = /^data\/derivation\/([0-9a-f-]{36})\.json$/;

/** So that a file opens with what it is for; nothing else of a name is in the bag's paths. */
function ending(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}
