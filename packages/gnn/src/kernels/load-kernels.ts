import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KernelExports } from './kernel-exports.ts';
import { Instance, Module, type WasmMemory, type WasmModule } from './web-assembly.ts';

const BINARY = fileURLToPath(new URL('kernels.wasm', import.meta.url));

const compiled = new Map<string, WasmModule>();

/** Loads the compiled kernels, once per process. If the binary is missing or broken, throws an error that names the build command. */
export function loadKernelModule(path: string = BINARY): WasmModule {
  const known = compiled.get(path);
  if (known) return known;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new Error(
      `The graph kernels are missing (${path} cannot be read). Run \`npm run build -- --only kernels\`.`,
      {
        cause,
      },
    );
  }
  try {
    const module = new Module(bytes);
    compiled.set(path, module);
    return module;
  } catch (cause) {
    throw new Error(
      `The graph kernels in ${path} do not load here. Run \`npm run build -- --only kernels\`.`,
      { cause },
    );
  }
}

/** Makes an instance over `memory`. Instances keep no state: every thread makes its own over the same memory. */
export function instantiateKernels(module: WasmModule, memory: WasmMemory): KernelExports {
  return new Instance(module, { env: { memory, abort } }).exports as unknown as KernelExports;
}

function abort(): never {
  throw new Error('A graph kernel aborted.');
}
