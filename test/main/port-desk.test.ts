import { EventEmitter } from 'node:events';
import type { MessagePortMain, WebFrameMain } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { openPortDesk, type PortDesk } from '../../electron/main/port-desk.ts';

/** A frame that writes down what it was given. */
function makeFrame(url: string, parent: WebFrameMain | null = null) {
  const got: string[] = [];
  const frame = { url, parent, postMessage: (_channel: string, { link }: { link: string }) => got.push(link) };
  return { frame: frame as unknown as WebFrameMain, got };
}
type Port = EventEmitter & { close(): void };

let desk: PortDesk;
let page: ReturnType<typeof makeFrame>;
let served: { link: string; port: Port }[];
beforeEach(() => {
  page = makeFrame('app://jianbao/#/all');
  served = [];
  const makePort = () => {
    const port = new EventEmitter() as Port;
    port.close = () => void port.emit('close');
    return port as unknown as MessagePortMain;
  };
  desk = openPortDesk({
    mainFrame: () => page.frame,
    createChannel: () => ({ port1: makePort(), port2: makePort() }),
    serve: (link, port) => served.push({ link, port: port as unknown as Port }),
  });
});

test('the page gets one port a link, and no second one while the first is good', () => {
  for (const link of ['archive', 'host', 'archive', 'host', 'archive']) desk.ask({ senderFrame: page.frame }, link);
  expect(page.got).toEqual(['archive', 'host']);
});

test('no other frame, no other address and no other link gets anything', () => {
  const child = makeFrame('app://jianbao/', page.frame);
  const stranger = makeFrame('app://jianbao/');
  desk.ask({ senderFrame: child.frame }, 'archive');
  desk.ask({ senderFrame: stranger.frame }, 'archive');
  desk.ask({ senderFrame: null }, 'archive');
  desk.ask({ senderFrame: page.frame }, 'other');
  Object.assign(page.frame, { url: 'https://evil.example/' });
  desk.ask({ senderFrame: page.frame }, 'archive');
  expect([child.got, stranger.got, page.got, served]).toEqual([[], [], [], []]);
});

test('who hears of a dead service first and asks, is answered as soon as it is known here', () => {
  desk.ask({ senderFrame: page.frame }, 'archive');
  desk.ask({ senderFrame: page.frame }, 'archive');
  desk.forgetArchive();
  expect(page.got).toEqual(['archive', 'archive']);
  desk.forgetArchive();
  expect(page.got).toEqual(['archive', 'archive']);
});

test('a reload is given ports anew, and what the old document asked is void', () => {
  desk.ask({ senderFrame: page.frame }, 'host');
  desk.ask({ senderFrame: page.frame }, 'host');
  let closed = false;
  served[0]?.port.on('close', () => {
    closed = true;
  });
  desk.forgetDocument();
  expect([closed, page.got]).toEqual([true, ['host']]);
  desk.ask({ senderFrame: page.frame }, 'host');
  expect(page.got).toEqual(['host', 'host']);
});

test('a host port that closes by itself may be asked for again', () => {
  desk.ask({ senderFrame: page.frame }, 'host');
  served[0]?.port.emit('close');
  desk.ask({ senderFrame: page.frame }, 'host');
  expect(page.got).toEqual(['host', 'host']);
});
