import { oc } from '@orpc/contract';
import { z } from 'zod';

export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The earliest and the latest day that a date can mean; one day, nearly always. */
export const Days = z.object({ from: Day, to: Day });
export type Days = z.infer<typeof Days>;

const Count = z.int().nonnegative();
/** Null: articles of which no paper is known. */
const Paper = z.string().nullable();

export const PaperHoldings = z.object({
  paper: Paper,
  /** Articles with a date, however exact. */
  articles: Count,
  /** Days of which there is something. */
  days: Count,
  /** The first and the last of them; null where no date is a day. */
  first: Day.nullable(),
  last: Day.nullable(),
  /** Years of which there is something, in order. */
  years: z.array(z.object({ year: z.int(), articles: Count })),
});
export type PaperHoldings = z.infer<typeof PaperHoldings>;

export const IssueHoldings = Days.extend({
  articles: Count,
  /** Printed pages of which there is something; 0 where no page is known. */
  pages: Count,
  unread: Count,
  /** Articles with a highlight. */
  marked: Count,
});
export type IssueHoldings = z.infer<typeof IssueHoldings>;

/** What the archive has of each paper: year, issue, page. What is in the trash is not held. */
export const holdings = {
  /** The paper with most articles first. */
  papers: oc.output(z.array(PaperHoldings)),
  /** The issues of one year, by date; a date that is not a day (`2024-03`) stands where it begins. */
  year: oc.input(z.object({ paper: Paper, year: z.int().min(0).max(9999) })).output(z.array(IssueHoldings)),
  /** The pages of one issue as they follow one another; articles without a page are not among them. */
  pages: oc
    .input(z.object({ paper: Paper, days: Days }))
    .output(z.array(z.object({ page: z.string(), articles: Count }))),
};
