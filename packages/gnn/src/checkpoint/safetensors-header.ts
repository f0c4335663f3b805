/**
 * @file The header of a safetensors file (https://github.com/huggingface/safetensors, format): 8 bytes of little-endian
 * length, then JSON with each tensor's type, shape and position. The reader checks every statement before it trusts a byte.
 */
import { CheckpointError } from './checkpoint-error.ts';
import { DTYPE_BYTES, type Dtype, elementsOf, isDtype } from './tensor.ts';

export interface TensorEntry {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** The tensor's bytes, counted from the end of the header. */
  readonly begin: number;
  readonly end: number;
}

export interface SafetensorsHeader {
  readonly entries: readonly TensorEntry[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the tensors' bytes begin in the file. */
  readonly dataOffset: number;
}

/** The format's own limit. */
const MAX_HEADER_BYTES = 100_000_000;
const MAX_TENSORS = 10_000;
const MAX_DIMENSIONS = 8;
const LENGTH_BYTES = 8;

/** Reads and checks the header of a whole file. Throws a CheckpointError that begins with `source`. */
export function parseHeader(file: Uint8Array, source: string): SafetensorsHeader {
  const fail = (problem: string): never => {
    throw new CheckpointError(`${source}: ${problem}`);
  };
  if (file.length < LENGTH_BYTES)
    fail(`the file has ${file.length} bytes, fewer than the 8 of the header length.`);
  const length = Number(new DataView(file.buffer, file.byteOffset, LENGTH_BYTES).getBigUint64(0, true));
  if (length > MAX_HEADER_BYTES)
    fail(`the header claims ${length} bytes; at most ${MAX_HEADER_BYTES} are allowed.`);
  const dataOffset = LENGTH_BYTES + length;
  if (dataOffset > file.length)
    fail(
      `the header claims ${length} bytes, but only ${file.length - LENGTH_BYTES} follow; the file is truncated.`,
    );

  const json = parseJson(file.subarray(LENGTH_BYTES, dataOffset), fail);
  const { __metadata__: metadata = {}, ...tensors } = json;
  const names = Object.keys(tensors);
  if (names.length > MAX_TENSORS)
    fail(`the header lists ${names.length} tensors; at most ${MAX_TENSORS} are allowed.`);
  const entries = names.map((name) => parseEntry(name, tensors[name], fail));
  checkPlaces(entries, file.length - dataOffset, fail);
  return { entries, metadata: parseMetadata(metadata, fail), dataOffset };
}

type Fail = (problem: string) => never;

function parseJson(bytes: Uint8Array, fail: Fail): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return fail(`the header is not JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  return isObject(value) ? value : fail('the header is not a JSON object.');
}

function parseMetadata(value: unknown, fail: Fail): Record<string, string> {
  if (!isObject(value) || !Object.values(value).every((text) => typeof text === 'string')) {
    return fail('__metadata__ is not an object of strings.');
  }
  return value as Record<string, string>;
}

function parseEntry(name: string, value: unknown, fail: Fail): TensorEntry {
  const where = `tensor "${name.slice(0, 200)}"`;
  if (!isObject(value)) return fail(`${where} is not described by an object.`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isDtype(dtype))
    return fail(
      `${where} has the type ${JSON.stringify(dtype)}; known are ${Object.keys(DTYPE_BYTES).join(', ')}.`,
    );
  if (!isSizes(shape) || shape.length > MAX_DIMENSIONS) {
    return fail(`${where} has a shape that is not a list of at most ${MAX_DIMENSIONS} sizes.`);
  }
  if (!isSizes(offsets) || offsets.length !== 2)
    return fail(`${where} has data_offsets that are not two positions.`);
  const [begin, end] = offsets as [number, number];
  const bytes = elementsOf(shape) * DTYPE_BYTES[dtype];
  if (end - begin !== bytes) {
    return fail(
      `${where}, ${dtype} of shape [${shape.join(', ')}], needs ${bytes} bytes, but its data_offsets ${begin} to ${end} hold ${end - begin}.`,
    );
  }
  return { name, dtype, shape, begin, end };
}

/** The format requires that the tensors fill the rest of the file, without holes or overlaps. */
function checkPlaces(entries: readonly TensorEntry[], available: number, fail: Fail): void {
  let position = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin < position)
      fail(`tensor "${name}" begins at byte ${begin}, inside the one before it, which ends at ${position}.`);
    if (begin > position)
      fail(`bytes ${position} to ${begin}, before tensor "${name}", belong to no tensor.`);
    if (end > available)
      fail(
        `tensor "${name}" ends at byte ${end}, but only ${available} bytes of data follow the header; the file is truncated.`,
      );
    position = end;
  }
  if (position < available) fail(`${available - position} bytes after the last tensor belong to no tensor.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
