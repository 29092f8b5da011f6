import type { IpcMainEvent, MessagePortMain, WebFrameMain } from 'electron';
import type { LinkName } from '#contract/wire.ts';
import { mayHoldPort } from './policy.ts';

interface PortDeskOptions {
  /** The main frame of our window, as it is now. */
  mainFrame(): WebFrameMain | undefined;
  createChannel(): { port1: MessagePortMain; port2: MessagePortMain };
  /** Takes our end: the host's is answered in this process, the archive's is passed on to the service. */
  serve(link: LinkName, port: MessagePortMain): void;
}

export interface PortDesk {
  /** A frame asks. Who may not hold a port gets no answer. */
  ask(event: Pick<IpcMainEvent, 'senderFrame'>, link: unknown): void;
  /** The service is gone: the archive's port is no longer good. */
  forgetArchive(): void;
  /** Another document is in the window: what the last one was given is no longer good, and its questions are void. */
  forgetDocument(): void;
}

export const ASK_CHANNEL = 'jianbao:ask';
export const PORT_CHANNEL = 'jianbao:port';

/**
 * Gives the page its two message ports: one a link, to the main frame of our window, after its address was checked. Who
 * asks while the port it has is good waits until it is not (a page may hear of a dead service before this process does).
 */
export function openPortDesk({ mainFrame, createChannel, serve }: PortDeskOptions): PortDesk {
  const given = new Map<LinkName, MessagePortMain>();
  const waiting = new Map<LinkName, WebFrameMain>();

  function grant(frame: WebFrameMain, link: LinkName): void {
    const { port1, port2 } = createChannel();
    given.set(link, port1);
    if (link === 'host') port1.on('close', () => forget(link, port1));
    serve(link, port1);
    frame.postMessage(PORT_CHANNEL, { link }, [port2]);
  }

  function mayAsk(frame: WebFrameMain | null, link: unknown): link is LinkName {
    const ours = mainFrame();
    if (!frame || !ours) return false;
    return mayHoldPort({ url: frame.url, isMainFrame: frame === ours && frame.parent === null }, link);
  }

  function forget(link: LinkName, port: MessagePortMain | undefined): void {
    if (port === undefined || given.get(link) !== port) return;
    given.delete(link);
    const frame = waiting.get(link);
    waiting.delete(link);
    if (frame && mayAsk(frame, link)) grant(frame, link);
  }

  return {
    ask({ senderFrame }, link) {
      if (!senderFrame || !mayAsk(senderFrame, link)) return;
      if (given.has(link)) waiting.set(link, senderFrame);
      else grant(senderFrame, link);
    },
    forgetArchive: () => forget('archive', given.get('archive')),
    forgetDocument() {
      waiting.clear();
      const host = given.get('host');
      given.clear();
      // The archive's end is the service's, and closes with the document that held the other.
      host?.close();
    },
  };
}
