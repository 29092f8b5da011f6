import { randomBytes } from 'node:crypto';
import { realpath, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, shell } from 'electron';
import type { Appearance, Place } from '#contract/host.ts';
import { PlaceHandle } from '#contract/ids.ts';
import type { Grant } from '../service/control.ts';
import type { AppearanceFile } from '../service/host/appearance.ts';
import type { HostActs } from '../service/host/routes.ts';
import { logFailure } from '../service/log.ts';
import { chooseLanguage, type Language, textsIn } from './texts.ts';

interface HostActsOptions {
  readonly window: () => BrowserWindow | undefined;
  readonly appearance: AppearanceFile;
  readonly version: string;
  openWindow(fragment: string): void;
  grant(places: readonly Grant[]): Promise<void>;
  /** The language of the interface may have changed: the menu is made again. */
  onAppearance(): void;
}

interface Saving {
  readonly key: 'savePdf' | 'savePicture' | 'saveTable';
  readonly title: string;
  readonly kind: 'pdf' | 'png' | 'csv';
}

/** The shell's half of the contract, with the system's own dialogs. */
export function hostActs({ window, appearance, version, openWindow, grant, onAppearance }: HostActsOptions): HostActs {
  const text = () => textsIn(languageNow(appearance));

  /** Where the person says, whole or not at all; nothing is made for who changes their mind. */
  async function save({ key, title, kind }: Saving, make: (owner: BrowserWindow) => Promise<Uint8Array>) {
    const owner = window();
    if (!owner) return { by: 'dialog', saved: false } as const;
    const { canceled, filePath } = await dialog.showSaveDialog(owner, {
      title: text()(key),
      defaultPath: `${fileName(title)}.${kind}`,
      filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
    });
    if (canceled || !filePath) return { by: 'dialog', saved: false } as const;
    const bytes = await make(owner);
    try {
      const aside = `${filePath}.${process.pid}`;
      await writeFile(aside, bytes);
      await rename(aside, filePath);
    } catch (error) {
      logFailure(kind, error);
      return 'PLACE_UNWRITABLE' as const;
    }
    return { by: 'dialog', saved: true } as const;
  }

  return {
    info: () => ({
      kind: 'electron',
      version,
      platform: process.platform,
      ownBrowser: false,
      languages: app.getPreferredSystemLanguages(),
    }),
    async choosePlace() {
      const owner = window();
      if (!owner) return { by: 'dialog', place: null };
      const { canceled, filePaths } = await dialog.showOpenDialog(owner, {
        title: text()('chooseFolder'),
        buttonLabel: text()('exportHere'),
        properties: ['openDirectory', 'createDirectory'],
      });
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return { by: 'dialog', place: null };
      const path = await realpath(chosen);
      const place: Place = {
        handle: PlaceHandle.parse(randomBytes(18).toString('base64url')),
        label: basename(path) || path,
      };
      await grant([[place.handle, path]]);
      return { by: 'dialog', place };
    },
    // The system's dialog walks through folders and makes them: the page never does.
    openPlace: async () => undefined,
    createPlace: async () => 'NO_SUCH_PLACE',
    async openExternal({ url, shown }) {
      const owner = window();
      if (!owner) return false;
      const { response } = await dialog.showMessageBox(owner, {
        type: 'question',
        message: `${text()('openLink')}\n${shown}`,
        detail: `${url}\n\n${text()('openLinkDetail')}`,
        buttons: [text()('cancel'), text()('open')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      if (response !== 1) return false;
      await shell.openExternal(url);
      return true;
    },
    print: () => window()?.webContents.print(),
    savePdf: (title) =>
      save({ key: 'savePdf', title, kind: 'pdf' }, (owner) =>
        // The sheet says its own size and margins; marks are told by their ground too.
        owner.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
      ),
    savePicture: (title, png) => save({ key: 'savePicture', title, kind: 'png' }, async () => png),
    saveTable: (title, csv) => save({ key: 'saveTable', title, kind: 'csv' }, async () => Buffer.from(csv)),
    appearance: {
      get: () => appearance.get(),
      set(change: Partial<Appearance>) {
        const now = appearance.set(change);
        applyTheme(now);
        onAppearance();
        return now;
      },
    },
    openWindow(fragment) {
      openWindow(fragment);
      return true;
    },
    setTitle: (title) => window()?.setTitle(title),
  };
}

/** What every system takes as the name of a file. */
function fileName(title: string): string {
  const name = title.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
  return (
    [...name]
      .slice(0, 80)
      .join('')
      .replace(/[. ]+$/, '') || 'jianbao'
  );
}

/** The frame of the window and the system's dialogs follow the theme of the page. */
export function applyTheme({ theme }: Appearance): void {
  nativeTheme.themeSource = theme === 'night' ? 'dark' : theme;
}

export function languageNow(appearance: AppearanceFile): Language {
  return chooseLanguage(appearance.get().language, app.getPreferredSystemLanguages());
}
