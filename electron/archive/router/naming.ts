import { setImmediate } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { SourceId } from '#contract/ids.ts';
import type { NameReading, NameRule } from '#contract/name-rule.ts';
import type { NamedSource } from '#contract/naming.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import { placementReads, type SourcePath } from '../store/placements.ts';

/** Names read in one turn: whoever reads or searches meanwhile does not wait longer. */
const NAMES_A_TURN = 500;

/** Most sessions read no names: the engine of expressions is loaded when one does. */
const rules = () => import('#contract/name-rule.ts');

export function namingRoutes({ reader }: Pick<ArchiveContext, 'reader'>, history: History) {
  const os = implement(archiveContract).naming;
  const placements = placementReads(reader);

  async function* readAll(rule: NameRule, sources: readonly SourceId[] | undefined) {
    const { readName } = await rules();
    const given = sources && placements.pathsOf(sources);
    let last = '';
    for (let turn = 0; ; turn += 1) {
      const paths: SourcePath[] = given
        ? given.slice(turn * NAMES_A_TURN, (turn + 1) * NAMES_A_TURN)
        : placements.pathsAfter(last, NAMES_A_TURN);
      for (const source of paths) yield { source, reading: readName(rule, source.path) };
      last = paths.at(-1)?.id ?? '';
      if (paths.length < NAMES_A_TURN) return;
      await setImmediate();
    }
  }

  return {
    preview: os.preview.handler(async ({ input: { rule, sources, show, offset, limit }, errors }) => {
      const made = (await rules()).readNameRule(rule);
      if ('problem' in made) throw errors.BAD_RULE({ data: made.problem });
      const counts = { read: 0, others: 0 };
      const items: NamedSource[] = [];
      for await (const { source, reading } of readAll(made.rule, sources)) {
        const kind = reading.is === 'read' ? 'read' : 'others';
        if (kind === show && counts[kind] >= offset && items.length < limit) items.push(toNamed(source, reading));
        counts[kind] += 1;
      }
      return { ...counts, items };
    }),
    apply: os.apply.handler(async ({ input: { rule, sources }, errors }) => {
      const made = (await rules()).readNameRule(rule);
      if ('problem' in made) throw errors.BAD_RULE({ data: made.problem });
      const named = [];
      for await (const { source, reading } of readAll(made.rule, sources))
        if (reading.is === 'read') named.push({ source: source.id, parts: reading.parts });
      return history.perform(history.acts.placeByNames, { rule, sources: named });
    }),
  };
}

function toNamed({ id, path }: SourcePath, reading: NameReading): NamedSource {
  const parts = reading.is === 'read' ? reading.parts : undefined;
  return {
    source: id,
    path,
    is: reading.is,
    said: 'said' in reading ? reading.said : null,
    publication: parts?.publication ?? null,
    date: parts?.date ?? null,
    page: parts?.pageLabel ?? null,
    section: parts?.section ?? null,
  };
}
