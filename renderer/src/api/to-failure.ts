import { ORPCError } from '@orpc/client';
import { Failure } from './failure.ts';

export function toFailure(error: unknown, connectionLost: boolean): Failure {
  if (error instanceof Failure) return error;
  if (connectionLost) return new Failure('DISCONNECTED', undefined, error);
  if (error instanceof ORPCError) return new Failure(error.code, error.data, error);
  return new Failure('INTERNAL_SERVER_ERROR', undefined, error);
}
