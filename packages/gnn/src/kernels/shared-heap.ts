import type { Address } from './kernel-exports.ts';
import { Memory, type WasmMemory } from './web-assembly.ts';

const PAGE = 65_536;
const MAX_PAGES = 65_536;
/** The kernels' constant tables are below this address (a few kilobytes; a test checks `heapBase()`). */
const FIRST_FREE = PAGE;
const ALIGNMENT = 64;

/**
 * A WebAssembly memory that threads share. It is filled from the bottom and freed as a whole, when its last reference goes.
 * Addresses are multiples of 64. It grows on demand up to 4 GiB and throws a RangeError beyond.
 */
export class SharedHeap {
  readonly memory: WasmMemory;
  #top = FIRST_FREE;

  constructor() {
    this.memory = new Memory({ initial: 2, maximum: MAX_PAGES, shared: true });
  }

  /** Reserves zeroed bytes. Growing the memory replaces `memory.buffer`: read it after allocating. */
  allocate(bytes: number): Address {
    const address = this.#top;
    const end = address + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = Math.ceil(end / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (missing > 0) {
      try {
        this.memory.grow(missing);
      } catch (cause) {
        throw new RangeError(
          `The graph engine needs ${Math.ceil(end / 2 ** 20)} MiB; at most 4096 MiB are available.`,
          { cause },
        );
      }
    }
    this.#top = end;
    return address;
  }

  allocateFloats(length: number): Float32Array {
    const address = this.allocate(length * 4);
    return new Float32Array(this.memory.buffer, address, length);
  }

  allocateInts(length: number): Int32Array {
    const address = this.allocate(length * 4);
    return new Int32Array(this.memory.buffer, address, length);
  }

  allocateDoubles(length: number): Float64Array {
    const address = this.allocate(length * 8);
    return new Float64Array(this.memory.buffer, address, length);
  }

  /** Copies `values` into the heap. */
  copyFloats(values: Float32Array): Float32Array {
    const copy = this.allocateFloats(values.length);
    copy.set(values);
    return copy;
  }

  copyInts(values: Int32Array): Int32Array {
    const copy = this.allocateInts(values.length);
    copy.set(values);
    return copy;
  }
}
