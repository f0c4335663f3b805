import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '../run-tests.ts';
import type { PlacedFault } from './fault.ts';
import { buildKernels, type ScratchTree } from './scratch-tree.ts';

/** The test that failed, or undefined with a sentence if no test caught the fault. */
export interface Verdict {
  readonly caughtBy: string | undefined;
  readonly reason?: string;
}

/** Runs the tests of a fault with the fault in the tree, and removes it again. */
export async function seedFault(
  tree: ScratchTree,
  { file, faulty, tests, what }: PlacedFault,
  { databaseUrl, signal }: { databaseUrl: string; signal: AbortSignal },
): Promise<Verdict> {
  const sound = tree.read(file)!;
  const write = (text: string) => {
    writeFileSync(join(tree.path, file), text);
    if (file.startsWith('packages/gnn/assembly/')) buildKernels(tree.path);
  };
  write(faulty);
  try {
    const { failed, broken, passed, output } = await runTests(tree.path, tests, {
      signal,
      options: ['--bail=1'],
      env: { DATABASE_URL: databaseUrl },
    });
    if (failed.length > 0) return { caughtBy: failed[0] };
    const why = broken.length > 0 ? `no test ran: ${broken.join('; ')}` : `${passed} tests pass`;
    return {
      caughtBy: undefined,
      reason: `${what} (${file}): ${why}${broken.length > 0 ? `\n${output}` : ''}`,
    };
  } finally {
    write(sound);
  }
}
