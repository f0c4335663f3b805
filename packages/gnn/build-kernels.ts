/** @file Compiles the AssemblyScript kernels to `dist/kernels.wasm`. Run it as a script or call `buildKernels()`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const OPTIONS = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd,threads,bulk-memory',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
];

/** Compiles the kernels and returns the path of the binary. Throws the compiler's messages when a source is wrong. */
export async function buildKernels(): Promise<string> {
  const root = import.meta.dirname;
  const output = join(root, 'dist', 'kernels.wasm');
  await mkdir(join(root, 'dist'), { recursive: true });
  const { error, stderr } = await asc.main([
    'assembly/index.ts',
    ...OPTIONS,
    '--baseDir',
    root,
    '--outFile',
    'dist/kernels.wasm',
  ]);
  if (error) throw new Error(`The kernels do not compile: ${error.message}\n${stderr.toString()}`);
  return output;
}

if (import.meta.main) console.log(`built ${await buildKernels()}`);
