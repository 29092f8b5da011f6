import { ORPCError } from '@orpc/client';

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

export function toFailure(error: unknown, connectionLost: boolean): Failure {
  if (error instanceof Failure) return error;
  if (connectionLost) return new Failure('DISCONNECTED', undefined, error);
  if (error instanceof ORPCError) return new Failure(error.code, error.data, error);
  return new Failure('INTERNAL_SERVER_ERROR', undefined, error);
}
