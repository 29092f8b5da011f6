import { mapEventIterator } from '@orpc/client';
import { type AnyRouter, ORPCError } from '@orpc/server';
import { StandardRPCHandler, type StandardRPCHandlerOptions } from '@orpc/server/standard';
import { PIECE_BYTES } from '#contract/intake.ts';
import { logFailure } from './log.ts';

type Context = Record<never, never>;
type Options = StandardRPCHandlerOptions<Context>;

/** The largest message a window may send: one piece of a file and its envelope. */
export const MESSAGE_BYTES = PIECE_BYTES + 65_536;
/** Calls that one connection may have open at a time, streams among them. */
export const CALLS_OPEN = 256;
/** Importing a folder of small files makes a few hundred calls a second; nothing a person does makes thousands. */
export const CALLS_PER_SECOND = 2_000;
export const CALLS_AT_ONCE = 4_000;

/**
 * What every call passes on its way, on every host: a limit of the rate, and a line on standard error for a failure
 * that no contract declares (it arrives as INTERNAL_SERVER_ERROR without its message). Input and output are held to
 * their schemas by oRPC itself. One handler a connection, because the rate is counted by connection.
 */
export function createHandler(
  router: AnyRouter,
  now: () => number = () => performance.now(),
): StandardRPCHandler<Context> {
  return new StandardRPCHandler<Context>(router, {
    interceptors: [limitRate(now)],
    clientInterceptors: [reportUnknown],
  });
}

/** A bucket of CALLS_AT_ONCE calls that fills again with CALLS_PER_SECOND. */
function limitRate(now: () => number): NonNullable<Options['interceptors']>[number] {
  let calls = CALLS_AT_ONCE;
  let filled = now();
  return ({ next }) => {
    const moment = now();
    calls = Math.min(CALLS_AT_ONCE, calls + ((moment - filled) / 1000) * CALLS_PER_SECOND);
    filled = moment;
    if (calls < 1) throw new ORPCError('TOO_MANY_REQUESTS');
    calls -= 1;
    return next();
  };
}

const reportUnknown: NonNullable<Options['clientInterceptors']>[number] = async ({ next, path, signal }) => {
  const asked = path.join('.');
  const report = (error: unknown) => {
    if (signal?.aborted || isDeclared(error)) return;
    logFailure(asked, error instanceof ORPCError && error.cause !== undefined ? error.cause : error);
  };
  try {
    const answer = await next();
    if (!isIterator(answer)) return answer;
    return mapEventIterator(answer, {
      value: (value) => Promise.resolve(value),
      error: (error) => {
        report(error);
        return Promise.resolve(error);
      },
    });
  } catch (error) {
    report(error);
    throw error;
  }
};

function isDeclared(error: unknown): boolean {
  return error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR';
}

function isIterator(value: unknown): value is AsyncIterator<unknown, unknown, void> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
