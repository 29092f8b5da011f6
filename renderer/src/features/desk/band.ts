/** How many colours tell articles apart; neighbours never share one. */
const BANDS = 8;

/** The colour of an article's band, as the value of `data-band`; `none` for what stands in no article. */
export function bandOf(article: number | null): string {
  return article === null ? 'none' : String(article % BANDS);
}
