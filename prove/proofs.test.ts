/** @file The short form of every proof: the same code with smaller parameters. */
import { expect, test } from 'vitest';
import { readProofs } from './read-proofs.ts';
import { runProof } from './run-proof.ts';

for (const [name, proof] of await readProofs()) {
  const parameters = { ...proof.parameters, ...proof.short };
  test.skipIf(proof.missing?.(parameters) !== undefined)(`${name}: ${proof.summary}`, async ({ signal }) => {
    const record = await runProof({ name, proof, parameters, signal, report: () => undefined });
    expect(record.violations).toEqual([]);
  });
}
