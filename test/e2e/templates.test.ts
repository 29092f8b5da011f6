import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateStrings } from '../../renderer/src/strings/templates.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const TITLE = '渡口水位公布';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  here(
    'a template begun from Obsidian’s is broken, mended and exported with; what is written in its file by hand stays',
    async () => {
      const { page, rooms, complaints } = await window.open();
      const { words } = rooms;
      const templates = templateStrings['zh-Hans'];
      mkdirSync(window.ground.room, { recursive: true });
      writeFileSync(join(window.ground.room, '1.md'), `# ${TITLE}\n\n摆渡人说，渡口的水位*3~5*米。\n`);
      await rooms.drop([window.ground.room]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      await rooms.open(TITLE);
      await rooms.highlight('摆渡人', 'fact');

      await rooms.command(words.export.command);
      const dialog = page.getByRole('dialog', { name: words.export.title });
      await dialog.getByRole('button', { name: templates.none }).click();
      await page.getByRole('option', { name: templates.another }).click();
      const editor = page.getByRole('dialog', { name: templates.newTitle });
      const source = editor.getByRole('textbox', { name: templates.source });
      const preview = editor.getByRole('region', { name: templates.preview });
      await preview.getByText('> [!quote|fact]').waitFor();
      const start = await source.inputValue();
      expect(start).toContain('{% persist "notes" %}');

      // Broken: the line is named, what was made before is still there, and so is what was typed.
      const broken = start.replace('{{ a.annotatedText }}', '{{ a.annotatedText | shout }}');
      await source.fill(broken);
      const line = start.split('\n').findIndex((each) => each.includes('{{ a.annotatedText }}')) + 1;
      const why = templates.reasons.unknown_filter.replace('{{what}}', 'shout');
      await editor.getByText(templates.fault.replace('{{line}}', `${line}`).replace('{{why}}', why)).waitFor();
      expect(await source.inputValue()).toBe(broken);
      expect(await preview.locator('pre').innerText()).toContain('> [!quote|fact]');
      await editor.getByRole('button', { name: templates.goTo }).click();
      const chosen = await source.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      );
      expect(chosen).toBe('> {{ a.annotatedText | shout }}');

      // Closed by a key it is kept; mended it is shown anew.
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: templates.none }).click();
      await page.getByRole('option', { name: templates.another }).click();
      expect(await source.inputValue()).toBe(broken);
      await source.fill(start.replace('# {{ title }}', '# 卡片：{{ title }}'));
      await preview.getByText(`# 卡片：${TITLE}`).waitFor();
      await editor.getByRole('textbox', { name: templates.name }).fill('卡片');
      await editor.getByRole('button', { name: templates.save }).click();
      await dialog.getByRole('button', { name: '卡片' }).waitFor();

      await rooms.exportTo('笔记');
      const folder = join(window.ground.home, '笔记');
      const name =
        readdirSync(folder, { recursive: true })
          .map(String)
          .find((each) => each.endsWith('.md')) ?? '';
      const read = () => readFileSync(join(folder, name), 'utf8');
      expect(read()).toContain(`# 卡片：${TITLE}`);
      writeFileSync(
        join(folder, name),
        `${read().replace('%% begin notes %%\n', '%% begin notes %%\n\n我的话，\n  一字不动。\n')}\n末尾也是。\n`,
      );

      await rooms.highlight('水位', 'question');
      await rooms.command(words.export.command);
      await rooms.choosePlace('笔记');
      // The folder goes on with it.
      await dialog.getByRole('button', { name: '卡片' }).waitFor();
      await rooms.exportTo('笔记');
      expect(read()).toContain('> [!quote|question]');
      expect(read()).toContain('%% begin notes %%\n\n我的话，\n  一字不动。\n');
      expect(read().endsWith('\n末尾也是。\n')).toBe(true);

      // Renamed, and deleted.
      await rooms.command(words.export.command);
      await dialog.getByRole('button', { name: templates.edit }).click();
      const again = page.getByRole('dialog', { name: templates.editTitle });
      await again.getByRole('textbox', { name: templates.name }).fill('大卡片');
      await again.getByRole('button', { name: templates.save }).click();
      await dialog.getByRole('button', { name: '大卡片' }).waitFor();
      await dialog.getByRole('button', { name: templates.edit }).click();
      await again.getByRole('button', { name: templates.remove }).click();
      await dialog.getByRole('button', { name: templates.none }).waitFor();
      expect(complaints.list()).toEqual([]);
    },
  );
});
