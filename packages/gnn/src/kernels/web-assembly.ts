/** @file Types of the part of WebAssembly that the kernels use. TypeScript declares them only together with the whole DOM. */

/** A compiled module, which can be sent to threads. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** A memory that threads share, which can be sent to them. */
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
