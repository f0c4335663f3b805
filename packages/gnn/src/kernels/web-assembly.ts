/** @file The part of WebAssembly that the kernels use. TypeScript declares it only together with the whole DOM. */

/** A compiled module; threads can be sent it. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** A memory that threads share; threads can be sent it. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  /** Adds pages of 64 KiB. Views of the old `buffer` stay valid, but do not see the new pages. */
  grow(pages: number): number;
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => WasmMemory;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: unknown };
}

export const { Module, Memory, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi })
  .WebAssembly;
