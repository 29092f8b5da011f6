import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const Length = z.int().min(1).max(100_000);
const Position = z.int().min(-100_000).max(100_000);
const WindowState = z.object({
  bounds: z.object({ x: Position, y: Position, width: Length, height: Length }),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

const PREFERRED = { width: 1_360, height: 860 };
export const SMALLEST = { width: 640, height: 480 };
/** So much of the title bar has to be on a display that one can take hold of it. */
const GRIP = { width: 160, height: 32 };

/** Undefined when there is no file, or none that makes sense. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    return WindowState.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function writeWindowState(path: string, state: WindowState): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(state));
  renameSync(aside, path);
}

/**
 * Where the window opens: as it was left, if its title bar can still be reached on a display that is there now (one may
 * have been unplugged); otherwise in the middle of the first. Never larger than its display, never smaller than usable.
 */
export function placeWindow(kept: WindowState | undefined, displays: readonly Bounds[]): Bounds {
  const home = displays[0] ?? { x: 0, y: 0, ...PREFERRED };
  const display = kept && displays.find((area) => isReachable(kept.bounds, area));
  if (!kept || !display) return centre(PREFERRED, home);
  const { x, y } = kept.bounds;
  const width = clamp(kept.bounds.width, SMALLEST.width, display.width);
  const height = clamp(kept.bounds.height, SMALLEST.height, display.height);
  return { x, y: Math.max(y, display.y), width, height };
}

function isReachable(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const titleBar = window.y + GRIP.height <= area.y + area.height && window.y + GRIP.height > area.y;
  return across >= Math.min(GRIP.width, window.width) && titleBar;
}

function centre(size: { width: number; height: number }, area: Bounds): Bounds {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  const x = Math.round(area.x + (area.width - width) / 2);
  return { x, y: Math.round(area.y + (area.height - height) / 2), width, height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
