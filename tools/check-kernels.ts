/** @file Compiles the kernels again and compares them with the committed file, byte by byte. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from './own-packages.ts';

const gnn = join(import.meta.dirname, '../packages/gnn');
const folder = mkdtempSync(join(tmpdir(), 'kindred-kernels-'));
try {
  const anew = join(folder, 'kernels.wasm');
  const { status, stderr } = spawnSync(programOf('tools', 'asc'), ['--outFile', anew], {
    cwd: gnn,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The kernels do not compile.\n${stderr}`);
  if (!readFileSync(anew).equals(readFileSync(join(gnn, 'src/kernels/kernels.wasm')))) {
    console.error(
      'kernels.wasm is not what packages/gnn/assembly compiles to: npm run build -- --only kernels',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
