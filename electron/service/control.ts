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
  readonly workers: { readonly worker: string; readonly suggest: string; readonly template: string };
  readonly samples: string | null;
}

/** What a host tells the service over the control port that only it holds. `connect` comes with a page's message port. */
export type HostMessage =
  | OpenArchiveOrder
  | { readonly is: 'grant'; readonly id: number; readonly places: readonly Grant[] }
  | { readonly is: 'connect' }
  | ListenOrder
  | { readonly is: 'close' };

/**
 * Loopback: pages come through a pipe of the system. Whoever opens it says the secret and the page's request in a first
 * line of JSON; from there on its bytes are the page's.
 */
export interface ListenOrder {
  readonly is: 'listen';
  readonly path: string;
  readonly secret: string;
}
export interface Introduction {
  readonly secret: string;
  readonly handshake: Handshake;
}

/** The request of a page whose token, Host and Origin the host has checked; the service answers it. */
export interface Handshake {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type ServiceMessage =
  | { readonly is: 'open' }
  /** `code` is a StoreErrorCode, or OTHER. */
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'granted'; readonly id: number };
