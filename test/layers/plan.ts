import { posix } from 'node:path';

/** Where code may stand, by the name the layer table gives it. */
export const STAGES = [
  'intake',
  'desk',
  'search',
  'annotate',
  'describe',
  'check',
  'exchange',
  'export',
  'safety',
] as const;
/** What a person does to a page that the desk has separated: it knows the desk, which does not know it. */
const EDIT = 'edit';
/** The folders of the desk, one of which stands for all that share its rule. */
const PART = 'part';
const ARCHIVE = ['archive', 'router', 'store', ...STAGES, PART, EDIT];

export const FOLDERS: Readonly<Record<string, string>> = {
  contract: 'electron/contract',
  archive: 'electron/archive',
  router: 'electron/archive/router',
  store: 'electron/archive/store',
  ...Object.fromEntries(STAGES.map((stage) => [stage, `electron/archive/${stage}`])),
  [PART]: 'electron/archive/desk/seams',
  [EDIT]: 'electron/archive/desk/edit',
  service: 'electron/service',
  main: 'electron/main',
  preload: 'electron/preload',
  loopback: 'electron/loopback',
  cli: 'electron/cli',
  renderer: 'renderer/src',
};

/** What each leaf may import of this repository besides itself. `cli` starts the hosts, and the packed `main` is also the command. */
export const KNOWS: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  store: ['contract'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['contract', 'store']])),
  desk: ['contract', 'store', PART],
  [PART]: ['contract', 'store', 'desk'],
  [EDIT]: ['contract', 'store', 'desk', PART],
  archive: ['contract', ...ARCHIVE],
  router: ['contract', ...ARCHIVE],
  service: ['contract', ...ARCHIVE],
  main: ['contract', ...ARCHIVE, 'service', 'cli'],
  preload: [],
  loopback: ['contract', ...ARCHIVE, 'service'],
  cli: ['contract', ...ARCHIVE, 'service', 'loopback'],
  renderer: ['contract'],
};

/** Packages and built-in modules that tell the layers apart; what is not named here is nobody's ban. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  electron: ['main', 'preload'],
  'electron/main': ['main'],
  'node:fs': ['archive', 'router', 'store', ...STAGES, PART, EDIT, 'service', 'main', 'loopback', 'cli'],
  'node:child_process': ['archive', 'router', 'store', ...STAGES, PART, EDIT, 'service', 'main', 'loopback', 'cli'],
  'better-sqlite3': ['archive', 'router', 'store', ...STAGES, PART, EDIT, 'service', 'main', 'loopback', 'cli'],
  '@orpc/server': ['archive', 'router', 'service', 'main', 'loopback', 'cli'],
  react: ['renderer'],
  zod: [...Object.keys(FOLDERS).filter((leaf) => leaf !== 'preload')],
};

export interface Plant {
  readonly leaf: string;
  readonly specifier: string;
  readonly legal: boolean;
}

/** One import of everything from everywhere, by every spelling that resolves. */
export function listPlants(): Plant[] {
  const plants: Plant[] = [];
  for (const [leaf, folder] of Object.entries(FOLDERS)) {
    for (const [name, users] of Object.entries(PACKAGES)) {
      plants.push({ leaf, specifier: name, legal: users.includes(leaf) });
    }
    plants.push({ leaf, specifier: './neighbour.ts', legal: leaf !== 'preload' });
    for (const [target, place] of Object.entries(FOLDERS)) {
      if (target === leaf) continue;
      const legal = KNOWS[leaf]?.includes(target) ?? false;
      const way = posix.relative(folder, `${place}/neighbour.ts`);
      const relative = way.startsWith('.') ? way : `./${way}`;
      // The page is bundled by its own root: contract is reached by its name there.
      if (!(leaf === 'renderer' && target === 'contract')) plants.push({ leaf, specifier: relative, legal });
      const alias = aliasOf(`${place}/neighbour.ts`);
      if (alias) plants.push({ leaf, specifier: alias, legal });
    }
  }
  return plants;
}

function aliasOf(path: string): string | undefined {
  for (const part of ['contract', 'archive']) {
    if (path.startsWith(`electron/${part}/`)) return `#${part}/${path.slice(`electron/${part}/`.length)}`;
  }
  return undefined;
}
