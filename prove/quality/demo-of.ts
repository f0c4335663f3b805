import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The commit whose generator makes the demo of the proofs. Its tastes are those that the first models were measured on. */
const commit = '72f2cac4aafde7715535597206aa48c25f3ea218';

export function hasDemo(): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Generates the demo as it was at 72f2cac. The caller removes the folder. */
export function makeDemo(size: {
  readonly products: number;
  readonly users: number;
  readonly reviews: number;
}): { folder: string; meta: string; reviews: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-demo-'));
  const archive = execFileSync('git', ['archive', commit, 'packages/demo-data', 'package.json'], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const options = JSON.stringify({ ...size, seed: 7, outDir: folder });
  const program = `import { generateDemoData } from './packages/demo-data/src/index.ts'; await generateDemoData(${options});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, stdio: 'ignore' });
  return { folder, meta: join(folder, 'meta.jsonl.gz'), reviews: join(folder, 'reviews.jsonl.gz') };
}
