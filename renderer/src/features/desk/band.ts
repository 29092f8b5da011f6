/** How many colours tell articles apart; from the thirteenth on they begin again, and the number tells. */
const BANDS = 12;

/** The colour of an article's band, as the value of `data-band`; `none` for what stands in no article. */
export function bandOf(article: number | null): string {
  return article === null ? 'none' : String(article % BANDS);
}
