import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from '../../electron/main/window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
afterAll(() => rmSync(folder, { recursive: true }));
const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const screen = { x: 1440, y: 0, width: 2560, height: 1400 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximised: false,
});

test('a window opens where it was left', () => {
  expect(placeWindow(at(1600, 100), [laptop, screen])).toEqual({ x: 1600, y: 100, width: 1000, height: 700 });
});

test('a window whose display is gone opens in the middle of the first', () => {
  expect(placeWindow(at(1600, 100), [laptop])).toEqual({ x: 40, y: 33, width: 1360, height: 860 });
});

test.each([
  ['its title bar is below the display', at(100, 1000)],
  ['its title bar is above it', at(100, -200)],
  ['only its edge is on it', at(1400, 100)],
  ['it was never open', undefined],
])('it opens in the middle when %s', (_, kept) => {
  expect(placeWindow(kept, [laptop])).toEqual({ x: 40, y: 33, width: 1360, height: 860 });
});

test('it is never larger than its display, nor smaller than usable', () => {
  expect(placeWindow(at(0, 25, 5000, 5000), [laptop])).toMatchObject({ width: 1440, height: 875 });
  expect(placeWindow(at(0, 25, 200, 90), [laptop])).toMatchObject({ width: 640, height: 480 });
  expect(placeWindow(undefined, [])).toEqual({ x: 0, y: 0, width: 1360, height: 860 });
});

test('a state that makes no sense counts as never written', () => {
  const path = join(folder, 'window.json');
  writeWindowState(path, at(1, 2));
  expect(readWindowState(path)).toEqual(at(1, 2));
  for (const text of [
    '',
    '{',
    '[]',
    '{"bounds":{"x":"1"}}',
    '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximised":true}',
  ]) {
    writeFileSync(path, text);
    expect(readWindowState(path)).toBeUndefined();
  }
  expect(readWindowState(join(folder, 'missing.json'))).toBeUndefined();
});
