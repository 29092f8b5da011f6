import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import { type Importer, ReceiveError } from '../intake/importer.ts';

/** The refusals of an importer as the contract's errors. */
type Errors = {
  NO_SUCH_BATCH(): Error;
  OUT_OF_ORDER?(options: { data: { expected: number } }): Error;
  TOO_LARGE?(): Error;
};

export function intakeRoutes(importer: Importer) {
  const os = implement(archiveContract).intake;
  return {
    begin: os.begin.handler(async ({ input, errors }) => {
      if (input?.rule !== undefined) {
        // Most batches have none: the engine of expressions is loaded for those that do.
        const { readNameRule } = await import('#contract/name-rule.ts');
        const read = readNameRule(input.rule);
        if ('problem' in read) throw errors.BAD_RULE({ data: read.problem });
      }
      return { batch: importer.begin(input?.rule, input?.bag) };
    }),
    receive: os.receive.handler(async ({ input: { piece, ...place }, errors }) => {
      const bytes = new Uint8Array(await piece.arrayBuffer());
      return told(errors, async () => ({ received: await importer.receive(place, bytes) }));
    }),
    refuse: os.refuse.handler(({ input, errors }) =>
      told(errors, () => importer.refuse(input.batch, input.path, input.reason)),
    ),
    finish: os.finish.handler(({ input, errors }) => told(errors, () => importer.finish(input.batch))),
    events: os.events.handler(({ input, errors, signal }) => told(errors, () => importer.events(input.batch, signal))),
    cancel: os.cancel.handler(({ input, errors }) => told(errors, () => importer.cancel(input.batch))),
  };
}

async function told<Result>(errors: Errors, act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ReceiveError)) throw error;
    if (error.code === 'OUT_OF_ORDER' && errors.OUT_OF_ORDER)
      throw errors.OUT_OF_ORDER({ data: { expected: error.expected } });
    if (error.code === 'TOO_LARGE' && errors.TOO_LARGE) throw errors.TOO_LARGE();
    throw errors.NO_SUCH_BATCH();
  }
}
