import { expect, test } from 'vitest';
import { createCommands } from '../../../electron/service/host/routes.ts';

const open = (address: string) => ({ command: 'open', address }) as const;

test('an address opened before there is a window waits for the first one; the last of several counts', async () => {
  const commands = createCommands();
  commands.publish(open('jianbao://article/a'));
  commands.publish({ command: 'menu', action: 'export' });
  commands.publish(open('jianbao://article/b'));
  const stop = new AbortController();
  const first = commands.listen(stop.signal);
  const second = commands.listen(stop.signal);
  commands.publish(open('jianbao://article/c'));
  expect(await first.next()).toEqual({ done: false, value: open('jianbao://article/b') });
  expect(await first.next()).toEqual({ done: false, value: open('jianbao://article/c') });
  expect(await second.next()).toEqual({ done: false, value: open('jianbao://article/c') });
  stop.abort();
});
