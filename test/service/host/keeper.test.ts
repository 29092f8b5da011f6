import { expect, test } from 'vitest';
import type { HostMessage, ServiceMessage } from '../../../electron/service/control.ts';
import { ArchiveRefused, keepService, type ServiceProcess } from '../../../electron/service/host/keeper.ts';

/** A service that writes down what it is told and says what the test has it say. */
function makeService() {
  const told: string[] = [];
  let say: (message: ServiceMessage) => void = () => undefined;
  let end: () => void = () => undefined;
  const process: ServiceProcess<string> = {
    send: (message: HostMessage, page) => {
      told.push(page === undefined ? message.is : `${message.is} ${page}`);
      if (message.is === 'grant') say({ is: 'granted', id: message.id });
      if (message.is === 'close') end();
    },
    onMessage: (listener) => {
      say = listener;
    },
    onExit: (listener) => {
      end = listener;
    },
    kill: () => end(),
  };
  return { process, told, say: (message: ServiceMessage) => say(message), die: () => end() };
}

function keep() {
  const services: ReturnType<typeof makeService>[] = [];
  const states: string[] = [];
  const refused: string[] = [];
  const timers: { run: () => void; milliseconds: number }[] = [];
  const keeper = keepService<string>({
    start() {
      const service = makeService();
      services.push(service);
      return service.process;
    },
    open: {
      is: 'open',
      archive: '/a',
      create: true,
      who: 'x',
      workers: { worker: '', suggest: '', template: '' },
      samples: null,
    },
    onState: (state) => states.push(state),
    refuse: (page) => refused.push(page),
    setTimer: (run, milliseconds) => timers.push({ run, milliseconds }),
  });
  const service = (n: number) => {
    const one = services[n];
    if (!one) throw new Error(`service ${n} was not started`);
    return one;
  };
  return { keeper, services, service, states, refused, timers };
}

test('a page that asks while the service starts gets it as soon as the archive is open', async () => {
  const { keeper, service } = keep();
  keeper.connect({ is: 'connect' }, 'page');
  expect(service(0).told).toEqual(['open']);
  service(0).say({ is: 'open' });
  await keeper.opened;
  expect(service(0).told).toEqual(['open', 'connect page']);
});

test('a service that dies is started again, knows its places, and gets the pages that asked meanwhile', async () => {
  const { keeper, service, states, timers } = keep();
  service(0).say({ is: 'open' });
  await keeper.grant([['h', '/folder']]);
  service(0).die();
  keeper.connect({ is: 'connect' }, 'page');
  timers[0]?.run();
  expect(states).toEqual(['lost']);
  service(1).say({ is: 'open' });
  expect(service(1).told).toEqual(['open', 'grant', 'connect page']);
  expect(states).toEqual(['lost', 'back']);
});

test('one that keeps dying is started ever more slowly', () => {
  const { service, timers } = keep();
  service(0).say({ is: 'open' });
  for (let n = 0; n < 6; n += 1) {
    service(n).die();
    timers[n]?.run();
  }
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([250, 1_000, 3_000, 3_000, 3_000, 3_000]);
});

test('an archive that is refused at the first start is refused for good, by its code', async () => {
  const { keeper, services, service, refused } = keep();
  keeper.connect({ is: 'connect' }, 'page');
  service(0).say({ is: 'refused', code: 'NEWER_ARCHIVE' });
  service(0).die();
  await expect(keeper.opened).rejects.toThrow(new ArchiveRefused('NEWER_ARCHIVE'));
  expect([refused, services.length]).toEqual([['page'], 1]);
});

test('a place is granted once, and again only to a new service', async () => {
  const { keeper, service } = keep();
  service(0).say({ is: 'open' });
  await keeper.grant([['h', '/folder']]);
  await keeper.grant([['h', '/folder']]);
  expect(service(0).told).toEqual(['open', 'grant']);
});

test('closing lets the service end, and starts no other', async () => {
  const { keeper, services, service, states, timers } = keep();
  service(0).say({ is: 'open' });
  await keeper.close();
  expect([service(0).told, services.length, timers, states]).toEqual([['open', 'close'], 1, [], []]);
});
