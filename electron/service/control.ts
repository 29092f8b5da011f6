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
