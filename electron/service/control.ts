/** A folder that a person granted: its handle and where it is. */
export type Grant = readonly [handle: string, path: string];

export interface OpenArchiveOrder {
  readonly is: 'open';
  readonly archive: string;
  /** Make the folder when it is missing. */
  readonly create: boolean;
  /** Whose acts the journal records. */
  readonly who: string;
  /** Where the built worker files are; only the host knows. */
  readonly workers: { readonly worker: string; readonly suggest: string };
  readonly samples: string | null;
}

/**
 * What a host tells the service over the control port that only it holds. `connect` comes with what cannot be written
 * down: in Electron a message port, on loopback the socket of a page whose token, Host and Origin the host has checked.
 */
export type HostMessage =
  | OpenArchiveOrder
  | { readonly is: 'grant'; readonly id: number; readonly places: readonly Grant[] }
  | { readonly is: 'connect'; readonly handshake?: Handshake }
  | { readonly is: 'close' };

/**
 * How a socket changes hands between processes. Until Node has closed the sender's copy, both read from it, and what the
 * page said first could end in the copy that nobody listens to. So the service answers the page only after the host has
 * seen that the socket was taken, which is after its copy was closed.
 */
export type SocketOffer = { readonly is: 'offer'; readonly id: number; readonly handshake: Handshake };
export type SocketTaken = { readonly is: 'taken'; readonly id: number };
export type SocketGiven = { readonly is: 'given'; readonly id: number };

/** The request that opened a socket; the service answers it, so that calls go straight from the page to the service. */
export interface Handshake {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type ServiceMessage =
  | { readonly is: 'open' }
  /** `code` is a StoreErrorCode, or OTHER. */
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'granted'; readonly id: number };
