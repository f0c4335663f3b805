import { type Candidate, interleave } from '@kindred/recommender';
import { noProposals, type Policy, type Proposals, type ShelfContext, type Source } from './policy.ts';
import type { WithinTime } from './within-time.ts';

export interface Proposed extends Candidate {
  readonly proposals: Proposals;
  /** The number by which the source proposed the item. */
  readonly proposedAs: number;
}

/** Extra candidates, because rules leave some out. */
const spareCandidates = 24;

export interface Gathered {
  /** All from one rung. */
  readonly candidates: readonly Proposed[];
  /** Whether another rung has candidates for later pages. */
  readonly hasOthers: boolean;
}

/**
 * Gathers candidates and applies the rules: asks the rungs of a policy, the best first. An item belongs to the first source that proposes
 * it, by any of its products.
 * @param limit how many items the page shows
 * @param enough how many candidates the chosen rung should have
 */
export async function gather(
  policy: Policy,
  context: ShelfContext,
  {
    shown,
    limit,
    enough,
    within,
  }: { shown: Iterable<number>; limit: number; enough: number; within: WithinTime },
): Promise<Gathered> {
  const exclude = new Set(shown);
  for (const { hides } of policy.rules) for (const id of hides?.(context) ?? []) exclude.add(id);
  const { products } = context;
  const isAllowed = (itemId: number): boolean => {
    const item = products.find(itemId);
    return item !== undefined && policy.rules.every(({ allows }) => allows?.(item, context) !== false);
  };
  const ask = async (source: Source): Promise<Proposed[]> => {
    const work = () => source.propose(context, { exclude, k: enough * 2 + spareCandidates });
    const proposals = (await within(source.name, work)) ?? noProposals;
    return proposals.items.map(({ itemId: proposedAs, score }) => {
      const itemId = products.itemOf(proposedAs);
      return { itemId, score, source: source.name, proposals, proposedAs };
    });
  };

  const least = Math.min(policy.least, limit);
  const asked: Proposed[][] = [];
  const choose = (): Gathered | undefined => {
    const candidates = asked.find(({ length }) => length >= least);
    return candidates && { candidates, hasOthers: hasOthers(asked, candidates) };
  };
  for (const rung of policy.rungs) {
    const proposed = interleave(...(await Promise.all(rung.map(ask))));
    asked.push(proposed.filter(({ itemId }) => !exclude.has(itemId) && isAllowed(itemId)));
    const chosen = choose();
    if (chosen && (chosen.hasOthers || chosen.candidates.length >= enough)) return chosen;
  }
  const most = asked.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return choose() ?? { candidates: most, hasOthers: hasOthers(asked, most) };
}

function hasOthers(asked: readonly Proposed[][], chosen: readonly Proposed[]): boolean {
  const ids = new Set(chosen.map(({ itemId }) => itemId));
  return asked.some((rung) => rung !== chosen && rung.some(({ itemId }) => !ids.has(itemId)));
}
