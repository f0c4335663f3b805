import { createTestDatabase } from '../../apps/server/src/testing/postgres/test-database.ts';
import { defineProof } from '../proof.ts';
import { runTests } from '../run-tests.ts';
import { type PlacedFault, placeFault } from '../seeded-faults/fault.ts';
import { faults } from '../seeded-faults/faults/index.ts';
import { makeScratchTree, readHere, resolveCommit, type ScratchTree } from '../seeded-faults/scratch-tree.ts';
import { seedFault } from '../seeded-faults/seed-fault.ts';

export const proof = defineProof({
  summary: 'The tests beside the code catch faults of the kind that a hurried author makes.',
  seed: 1,
  /** `count` faults, starting at position `first` (counted from 0), in the code of `commit`. */
  parameters: { commit: 'HEAD', first: 0, count: 1_000 },
  /** Seeds no fault, but checks that each could be seeded. */
  short: { count: 0 },
  needsDatabase: true,

  async run({ parameters: { commit, first, count }, signal, report }) {
    const unplaced = faults
      .map((fault) => placeFault(fault, readHere))
      .filter((one) => typeof one === 'string');
    if (count === 0) return { figures: { faults: faults.length }, violations: unplaced };
    const tree = makeScratchTree(resolveCommit(commit));
    const { connectionString, drop } = await createTestDatabase();
    try {
      const chosen = faults.slice(first, first + count).map((fault) => placeFault(fault, tree.read));
      const placed = chosen.filter((one) => typeof one !== 'string');
      const violations = chosen.filter((one) => typeof one === 'string');
      const options = { databaseUrl: connectionString, signal };
      violations.push(...(await findUnsound(tree, placed, options)));
      const caught: Record<string, string | null> = {};
      for (const fault of placed) {
        signal.throwIfAborted();
        const { caughtBy, reason } = await seedFault(tree, fault, options);
        caught[`${fault.file}: ${fault.what}`] = caughtBy ?? null;
        if (reason !== undefined) violations.push(reason);
        report(`${Object.keys(caught).length} of ${placed.length} ${caughtBy ?? `UNSEEN: ${reason}`}`);
      }
      return {
        figures: {
          commit: resolveCommit(commit),
          faults: chosen.length,
          caught: Object.values(caught).filter((test) => test !== null).length,
          caught_by: Object.entries(caught).map(([fault, test]) => ({ fault, test })),
        },
        violations,
      };
    } finally {
      tree.remove();
      await drop();
    }
  },
});

/** Returns the tests that fail without a fault. */
async function findUnsound(
  tree: ScratchTree,
  placed: readonly PlacedFault[],
  { databaseUrl, signal }: { databaseUrl: string; signal: AbortSignal },
): Promise<string[]> {
  const files = [...new Set(placed.flatMap(({ tests }) => tests))];
  const { failed, broken } = await runTests(tree.path, files, { signal, env: { DATABASE_URL: databaseUrl } });
  return [...failed, ...broken].map((one) => `without a fault: ${one}`);
}
