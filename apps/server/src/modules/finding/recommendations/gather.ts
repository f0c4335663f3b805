import { type Candidate, interleave } from '@kindred/recommender';
import { noProposals, type Policy, type Proposals, type ShelfContext, type Source } from './policy.ts';
import type { Sieve } from './sieve.ts';
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
  /** Nothing follows this page. */
  readonly isLast: boolean;
}

/**
 * Gathers candidates that pass the sieve: asks the rungs of a policy, the best first. An item belongs to the first source that proposes
 * it, by any of its products.
 * @param isFirst whether it is the first page of the shelf
 * @param limit how many items the page shows
 * @param enough how many candidates the chosen rung should have
 */
export async function gather(
  policy: Policy,
  context: ShelfContext,
  {
    sieve,
    isFirst,
    limit,
    enough,
    within,
  }: { sieve: Sieve; isFirst: boolean; limit: number; enough: number; within: WithinTime },
): Promise<Gathered> {
  const { products } = context;
  const ask = async (source: Source): Promise<Proposed[]> => {
    const work = () => source.propose(context, { ...sieve, k: enough * 2 + spareCandidates });
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
    return candidates && { candidates, hasOthers: hasOthers(asked, candidates), isLast: false };
  };
  const askRung = async (rung: readonly Source[]): Promise<Proposed[]> =>
    interleave(...(await Promise.all(rung.map(ask)))).filter(({ itemId }) => sieve.accepts(itemId));
  for (const rung of policy.rungs) {
    asked.push(await askRung(rung));
    const chosen = choose();
    if (chosen && (chosen.hasOthers || chosen.candidates.length >= enough)) return chosen;
  }
  const most = asked.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (most.length > 0 || !isFirst)
    return choose() ?? { candidates: most, hasOthers: hasOthers(asked, most), isLast: false };
  for (const rung of policy.otherwise) {
    const candidates = await askRung(rung);
    if (candidates.length > 0) return { candidates, hasOthers: false, isLast: true };
  }
  return { candidates: [], hasOthers: false, isLast: true };
}

function hasOthers(asked: readonly Proposed[][], chosen: readonly Proposed[]): boolean {
  const ids = new Set(chosen.map(({ itemId }) => itemId));
  return asked.some((rung) => rung !== chosen && rung.some(({ itemId }) => !ids.has(itemId)));
}
