import { ipcRenderer } from 'electron';

/**
 * The page asks in its own window for its ports (contract/wire.ts); this passes the question on and posts the port back.
 * Nothing else reaches the page: no function, no object, no channel.
 */
const LINKS = ['archive', 'host'];

window.addEventListener('message', (event: MessageEvent<{ jianbao?: unknown; link?: unknown } | null>) => {
  if (event.source !== window || event.origin !== location.origin || event.data?.jianbao !== 'ask') return;
  const { link } = event.data;
  if (typeof link === 'string' && LINKS.includes(link)) ipcRenderer.send('jianbao:ask', link);
});

ipcRenderer.on('jianbao:port', (event, { link }: { link: string }) => {
  window.postMessage({ jianbao: 'port', link }, location.origin, [...event.ports]);
});
