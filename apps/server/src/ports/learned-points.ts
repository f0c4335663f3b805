/** @file What use teaches search: how many people chose a product after they had searched, as points beside those for its words. */

/** People who chose a product after a search for the same words, in the last `learnedDays`. A person counts once, whatever they did. */
export interface Choices {
  readonly clickers: number;
  readonly buyers: number;
}

export const learnedDays = 90;
/** Fewer than that say nothing: one person could be all of them. */
export const fewestPeople = 3;
/** Never reached: less than what a title's subject says for any word (1). */
export const mostLearnedPoints = 0.6;
/** Who buys means it. */
export const buyerWeight = 4;
/** Clicks cost nothing and can be made up: however many there are, they alone give half of the points. */
export const mostClickersCounted = 20;
/** With so much of them, half of the points. */
const halfWeight = 20;
/** Products of one text. */
export const mostLearnedProducts = 100;

/**
 * Saturates: `most · w / (w + half)`, w the people, buyers counted four times; in hundredths, so that an engine can be asked for all
 * products of the same points at once.
 *
 * @example learnedPoints({ clickers: 10, buyers: 0 }) // 0.2
 * learnedPoints({ clickers: 10, buyers: 5 }) // 0.36
 */
export function learnedPoints({ clickers, buyers }: Choices): number {
  if (Math.max(clickers, buyers) < fewestPeople) return 0;
  const weight = Math.min(clickers, mostClickersCounted) + buyerWeight * buyers;
  return Math.round((100 * mostLearnedPoints * weight) / (weight + halfWeight)) / 100;
}
