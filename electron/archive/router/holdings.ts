import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import { holdingReads } from '../store/holdings.ts';

export function holdingsRoutes(context: ArchiveContext) {
  const os = implement(archiveContract).holdings;
  const holdings = holdingReads(context.reader);
  return {
    papers: os.papers.handler(() => holdings.papers()),
    year: os.year.handler(({ input }) => holdings.year(input.paper, input.year)),
    pages: os.pages.handler(({ input }) => holdings.pages(input.paper, input.days)),
  };
}
