import { afterEach, beforeEach, expect } from 'vitest';
import { type JourneyHost, makeGround, type OpenedWindow, type WindowOptions } from './hosts.ts';
import { enterRooms, type Language, type Rooms } from './rooms.ts';

/**
 * For each test of a file a ground of its own, and the window that is open on it; both are gone when the test is over.
 * Every window ends with a clean console and no report of its policy, whatever its journey asserts.
 */
export function useWindow(host: JourneyHost, language: Language = 'zh-Hans') {
  let ground: ReturnType<typeof makeGround>;
  let opened: OpenedWindow | undefined;
  async function close(): Promise<void> {
    const last = opened;
    opened = undefined;
    const said = [...(last?.complaints.list() ?? [])];
    await last?.close();
    expect(said).toEqual([]);
  }
  beforeEach(() => {
    ground = makeGround();
  });
  afterEach(async () => {
    try {
      await close();
    } finally {
      ground.clear();
    }
  });
  return {
    get ground() {
      return ground;
    },
    /** The window before it is closed first. */
    async open(options: Partial<WindowOptions> = {}): Promise<OpenedWindow & { readonly rooms: Rooms }> {
      await close();
      opened = await host.open({ ...ground, ...options });
      return { ...opened, rooms: enterRooms(opened.page, language) };
    },
  };
}
