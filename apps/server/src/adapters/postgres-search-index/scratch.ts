/**
 * @file Arrays for one answer, which the next answer uses again. New arrays for each answer, 400 kB each in a shop of 100,000 products, would
 * cost the garbage collector a seventh of the time. An answer is computed without a pause, so no other answer uses them meanwhile.
 */

class Shelf<Values extends Int32Array | Uint32Array | Float64Array> {
  readonly #create: (length: number) => Values;
  readonly #arrays: Values[] = [];
  #taken = 0;

  constructor(create: (length: number) => Values) {
    this.#create = create;
  }

  take(least: number): Values {
    let array = this.#arrays[this.#taken];
    if (!array || array.length < least) {
      array = this.#create(Math.ceil(least * 1.2));
      this.#arrays[this.#taken] = array;
    }
    this.#taken++;
    return array;
  }

  putBack(): void {
    this.#taken = 0;
  }
}

const places = new Shelf((length) => new Int32Array(length));
const bits = new Shelf((length) => new Uint32Array(length));
const numbers = new Shelf((length) => new Float64Array(length));

/** Each returns an array that has at least the length, with values of an earlier answer. */
export const scratch = {
  places: (length: number) => places.take(length),
  bits: (length: number) => bits.take(length),
  numbers: (length: number) => numbers.take(length),
  /** The arrays of the previous answer are free again. */
  putBack(): void {
    for (const shelf of [places, bits, numbers]) shelf.putBack();
  },
};
