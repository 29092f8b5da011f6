import type { BrowserWindowConstructorOptions } from 'electron';
import { type Bounds, SMALLEST } from './window-state.ts';

/** Paper and night of the design, so that nothing flashes before the page has painted. */
const PAPER = '#f8f5ee';
const NIGHT = '#161411';

interface Look {
  readonly bounds: Bounds;
  readonly preload: string;
  readonly night: boolean;
}

/** Every switch that widens what a page may do is off, whatever Electron's defaults are. */
export function windowOptions({ bounds, preload, night }: Look): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: night ? NIGHT : PAPER,
    title: '剪报 Jianbao',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      // Electron would download dictionaries.
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      disableDialogs: false,
      enableWebSQL: false,
    },
  };
}
