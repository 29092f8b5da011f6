/**
 * What went wrong with a call, as one class for everything that can arrive: a contract's declared errors keep their
 * code and data, refused input is BAD_REQUEST, an unknown failure of the other side is INTERNAL_SERVER_ERROR, and a
 * lost connection is DISCONNECTED. The code keys the sentence that a person reads.
 */
export class Failure extends Error {
  readonly code: string;
  readonly data: unknown;
  constructor(code: string, data?: unknown, cause?: unknown) {
    super(code, { cause });
    this.name = 'Failure';
    this.code = code;
    this.data = data;
  }
}
