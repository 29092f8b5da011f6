import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { ExportProfile } from '#contract/vault.ts';
import { takeIn } from './brought-back.ts';
import { vaultFixture } from './vault-fixture.ts';

const FIXTURE = fileURLToPath(new URL('../../fixtures/vault', import.meta.url));
const NOW = Date.UTC(2026, 10, 21, 2, 30);

/** What a file says of its archive is chance; `vitest -u` writes the files anew. */
test.each(ExportProfile.options)(
  'three articles are the files of %s that are checked in, to the last character',
  async (profile) => {
    const vault = await vaultFixture({ now: () => NOW });
    try {
      const { client } = vault.here;
      await takeIn(client, join(FIXTURE, 'articles'));
      const [first] = await client.articles.ids({ filter: { publication: '江城日报' } });
      const { body, revision } = await client.articles.get({ id: first as ArticleId });
      const start = body.indexOf('邻县');
      const edits = [{ span: { start, end: start + 2 }, was: '邻县', text: '邻省' }];
      await client.corrections.make({ article: first as ArticleId, revision, edits, why: '按纸面' });
      await vault.run({ profile });
      const paths = globSync('**/*.md', { cwd: vault.dir }).sort();
      const folder = join(FIXTURE, profile);
      expect(paths).toEqual(globSync('**/*.md', { cwd: folder }).sort());
      for (const path of paths) {
        const text = readFileSync(join(vault.dir, path), 'utf8').replace(
          /jianbao:\/\/\w{10}\//g,
          'jianbao://0000000000/',
        );
        await expect(text).toMatchFileSnapshot(join(folder, path));
      }
    } finally {
      await vault.close();
    }
  },
);
