import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron, type Page } from 'playwright-core';
import { CAN_TRACE, expectOnlyItself, traceConnections } from '../built/connections.ts';
import { type StartedLoopback, startLoopback } from '../built/start-loopback.ts';
import { BROWSER, launchBrowser } from './browser.ts';
import { type Complaints, watchForComplaints } from './complaints.ts';
import { keepEvidence, nameOfFailure } from './evidence.ts';

export interface OpenedWindow {
  readonly page: Page;
  readonly complaints: Complaints;
  /** Ends the process that runs the archive, as a crash would. */
  killService(): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  /** Made when it is not there. */
  readonly archive: string;
  /** The folder in which a place to export to can be chosen. */
  readonly home: string;
  /** BCP 47; decides the language of the window and the order of names. */
  readonly locale?: string;
  readonly night?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface JourneyHost {
  readonly name: string;
  readonly isHere: boolean;
  open(options: WindowOptions): Promise<OpenedWindow>;
}

/** A person would not wait so long; a crowded machine may. */
const MILLISECONDS = 30_000;
/** Wide enough for cards in the margin beside their lines. */
const SIZE = { width: 1440, height: 900 };
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The service behind 127.0.0.1, in the browser that a person would have. */
const loopback: JourneyHost = {
  name: 'loopback in Chromium',
  isHere: BROWSER !== undefined,
  async open({ archive, home, locale = 'zh-CN', night = false, size = SIZE }) {
    const calls = join(home, '.calls');
    const environment = { JIANBAO_SETTINGS: join(home, '.settings') };
    const under = CAN_TRACE ? traceConnections(calls) : [];
    // Both at a time: half of what every journey spends before its first press.
    const launching = launchBrowser();
    launching.catch(() => undefined);
    const end = async () => {
      await (await launching.catch(() => undefined))?.close();
      await host?.close();
    };
    let host: StartedLoopback | undefined;
    try {
      const started = await startLoopback({ archive, root: home, environment, under });
      host = started;
      const browser = await launching;
      const context = await browser.newContext({
        locale,
        viewport: size,
        colorScheme: night ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(MILLISECONDS);
      const page = await context.newPage();
      const complaints = await watchForComplaints(page);
      const keep = (name: string) =>
        keepEvidence(page, name, { host: started.errors(), complaints: complaints.list().join('\n') });
      try {
        await page.goto(await started.newAddress());
        // Whoever changes the address before the page read its code would be left outside.
        await page.waitForFunction(() => !location.hash.includes('code='));
      } catch (error) {
        await keep('a window opens');
        throw error;
      }
      return {
        page,
        complaints,
        killService: async () => void process.kill(started.servicePid(), 'SIGKILL'),
        async close() {
          const failure = await nameOfFailure();
          if (failure !== undefined) await keep(failure);
          await end();
          if (CAN_TRACE) await expectOnlyItself(calls, started.process.pid ?? 0);
        },
      };
    } catch (error) {
      await end();
      throw error;
    }
  },
};

/** Asked of the package's own files: requiring `electron` would start a download. */
function findElectron(): string | undefined {
  const folder = join(ROOT, 'node_modules/electron');
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) && existsSync(join(folder, 'dist/version')) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The product itself, wherever its binary is. */
const shell: JourneyHost = {
  name: 'Electron',
  isHere: findElectron() !== undefined,
  async open({ archive, home, locale = 'zh-CN', night = false, size = SIZE }) {
    const executablePath = findElectron() ?? '';
    const root = process.getuid?.() === 0;
    const app = await electron.launch({
      executablePath,
      args: [...(root ? ['--no-sandbox'] : []), ROOT, '--archive', archive],
      env: { ...process.env, LANGUAGE: locale.replace('-', '_'), JIANBAO_SETTINGS: join(home, '.settings') },
      locale,
      colorScheme: night ? 'dark' : 'light',
    });
    try {
      // The system's dialog cannot be driven: it answers with a folder in the same home.
      await app.evaluate(
        ({ dialog }, folder) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
        },
        join(home, '笔记'),
      );
      const page = await app.firstWindow();
      page.setDefaultTimeout(MILLISECONDS);
      await page.setViewportSize(size);
      const complaints = await watchForComplaints(page);
      return {
        page,
        complaints,
        async killService() {
          const pid = await app.evaluate(
            ({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Jianbao')?.pid,
          );
          if (pid === undefined) throw new Error('there is no service');
          process.kill(pid, 'SIGKILL');
        },
        async close() {
          const failure = await nameOfFailure();
          if (failure !== undefined) await keepEvidence(page, failure, { complaints: complaints.list().join('\n') });
          await app.close();
        },
      };
    } catch (error) {
      await app.close();
      throw error;
    }
  },
};

export const JOURNEY_HOSTS: readonly JourneyHost[] = [loopback, shell];

/** A folder for one journey: an archive, a home to export into, and room for what is imported. */
export function makeGround(): { archive: string; home: string; room: string; clear: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-journey-'));
  const home = join(folder, 'home');
  mkdirSync(join(home, '笔记'), { recursive: true });
  const room = join(folder, 'room');
  return {
    archive: join(folder, '新闻.jianbao'),
    home,
    room,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
