export interface WantedCard {
  /** Where its line is. */
  readonly wanted: number;
  readonly height: number;
}

/**
 * Tops for cards in the margin, in the order given (that of their lines): none overlaps another, none is above 0, and
 * the active one stands beside its line as long as those before it fit above.
 */
export function placeCards(cards: readonly WantedCard[], gap: number, active?: number): number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { wanted, height } of cards) {
    const top = Math.max(wanted, free);
    tops.push(top);
    free = top + height + gap;
  }
  const chosen = active === undefined ? undefined : cards[active];
  if (active === undefined || !chosen) return tops;

  const room = cards.slice(0, active).reduce((sum, card) => sum + card.height + gap, 0);
  tops[active] = Math.max(chosen.wanted, room);
  let ceiling = tops[active];
  for (let index = active - 1; index >= 0; index -= 1) {
    const card = cards[index];
    if (!card) break;
    ceiling = Math.min(tops[index] ?? 0, ceiling - gap - card.height);
    tops[index] = ceiling;
  }
  free = tops[active] + chosen.height + gap;
  for (let index = active + 1; index < cards.length; index += 1) {
    const card = cards[index];
    if (!card) break;
    tops[index] = Math.max(card.wanted, free);
    free = (tops[index] ?? 0) + card.height + gap;
  }
  return tops;
}
