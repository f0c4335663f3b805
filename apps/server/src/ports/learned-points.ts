/** @file Points that search learns from use: how many people chose a product after a search. They add to the points for its words. */

/** The number of people who chose a product after a search for the same words in the last `learnedDays`. Each person counts once. */
export interface Choices {
  readonly clickers: number;
  readonly buyers: number;
}

export const learnedDays = 90;
/** Fewer people earn no points, because one person could pretend to be all of them. */
export const fewestPeople = 3;
/** The limit, which is never reached. It is lower than the points of any word in a title's subject (1). */
export const mostLearnedPoints = 0.6;
/** A purchase is a stronger sign than a click. */
export const buyerWeight = 4;
/** Clicks are free and can be faked, so clicks alone never earn more than half of the points. */
export const mostClickersCounted = 20;
/** The weight that earns half of the points. */
const halfWeight = 20;
/** The most products per text. */
export const mostLearnedProducts = 100;

/**
 * Saturates: `most · w / (w + half)`, where w is the number of people and a buyer counts four times. It is rounded to hundredths, so that one
 * clause of a query can cover all products with the same points.
 *
 * @example learnedPoints({ clickers: 10, buyers: 0 }) // 0.2
 * learnedPoints({ clickers: 10, buyers: 5 }) // 0.36
 */
export function learnedPoints({ clickers, buyers }: Choices): number {
  if (Math.max(clickers, buyers) < fewestPeople) return 0;
  const weight = Math.min(clickers, mostClickersCounted) + buyerWeight * buyers;
  return Math.round((100 * mostLearnedPoints * weight) / (weight + halfWeight)) / 100;
}
