import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomMatrix } from '../testing/random-matrix.ts';
import { parseSafetensors, readSafetensors } from './read-safetensors.ts';
import type { Tensor } from './tensor.ts';
import { encodeSafetensors, writeSafetensors } from './write-safetensors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindred-checkpoint-'));
});
afterEach(() => rm(folder, { recursive: true }));

function fileOf(header: unknown, data: Uint8Array = new Uint8Array()): Uint8Array {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, data]);
}

const tensor = (dtype: string, shape: unknown, offsets: unknown) => ({ dtype, shape, data_offsets: offsets });
const bytesOf = (data: ArrayBufferView) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

describe('a safetensors file', () => {
  it('brings back every tensor and the metadata', async () => {
    const tensors = new Map<string, Tensor>([
      ['items', { shape: [7, 3], data: randomMatrix(7, 3, 1).data }],
      ['ids', { shape: [2], data: Int32Array.of(-5, 2 ** 31 - 1) }],
      ['timestamps', { shape: [1, 2], data: BigInt64Array.of(-1n, 2n ** 62n) }],
      ['nothing', { shape: [0, 4], data: new Float32Array() }],
      ['single', { shape: [], data: Float32Array.of(2.5) }],
    ]);
    const path = join(folder, 'model.safetensors');

    await writeSafetensors(path, tensors, { model: 'lightgcn' });
    await writeSafetensors(path, tensors, { model: 'lightgcn, again' });

    const read = await readSafetensors(path);
    expect(new Map(read.tensors)).toEqual(tensors);
    expect(read.metadata).toEqual({ model: 'lightgcn, again' });
    expect(await readdir(folder)).toEqual(['model.safetensors']);
  });

  it('writes the bytes that the format asks for', () => {
    const [length, header, data] = encodeSafetensors(
      new Map([['a', { shape: [1], data: Float32Array.of(1) }]]),
    );
    expect(new DataView(length!.buffer).getBigUint64(0, true)).toBe(BigInt(header!.length));
    expect(header!.length % 8).toBe(0);
    expect(JSON.parse(Buffer.from(header!).toString())).toEqual({ a: tensor('F32', [1], [0, 4]) });
    expect([...data!]).toEqual([0, 0, 0x80, 0x3f]);
  });

  it('reads half precision as float32', () => {
    const half = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x8000);
    const file = fileOf({ h: tensor('F16', [5], [0, 10]) }, bytesOf(half));
    expect([...parseSafetensors(file).tensors.get('h')!.data]).toEqual([1, -2, 2 ** -24, 65504, -0]);
  });

  it('reads bfloat16 as float32', () => {
    const file = fileOf({ b: tensor('BF16', [2], [0, 4]) }, bytesOf(Uint16Array.of(0x3f80, 0xc2f7)));
    expect([...parseSafetensors(file).tensors.get('b')!.data]).toEqual([1, -123.5]);
  });

  it('reads tensors that begin at odd addresses', () => {
    const data = Buffer.concat([bytesOf(Uint16Array.of(0x3c00)), bytesOf(Float32Array.of(7.5))]);
    const file = fileOf({ h: tensor('F16', [1], [0, 2]), f: tensor('F32', [1], [2, 6]) }, data);
    expect([...parseSafetensors(file).tensors.get('f')!.data]).toEqual([7.5]);
  });
});

describe('a broken safetensors file', () => {
  const eight = new Uint8Array(8);
  it.each([
    ['has no header length', new Uint8Array(5), 'the file has 5 bytes'],
    ['claims a header beyond its end', fileOf({}).subarray(0, 9), 'only 1 follow; the file is truncated'],
    ['claims an enormous header', new Uint8Array(16).fill(255), 'at most 100000000 are allowed'],
    ['has a header that is not JSON', fileOf('{"a":'), 'the header is not JSON'],
    ['has a header that is not an object', fileOf([]), 'the header is not a JSON object'],
    [
      'has metadata that are not strings',
      fileOf({ __metadata__: { a: 1 } }),
      '__metadata__ is not an object of strings',
    ],
    ['has an unknown type', fileOf({ a: tensor('F8', [1], [0, 1]) }, eight), 'tensor "a" has the type "F8"'],
    [
      'has a type of the prototype',
      fileOf({ a: tensor('toString', [1], [0, 1]) }),
      'has the type "toString"',
    ],
    ['has a negative size', fileOf({ a: tensor('F32', [-1], [0, 4]) }, eight), 'tensor "a" has a shape'],
    [
      'has a size that is no number',
      fileOf({ a: tensor('F32', ['2'], [0, 8]) }, eight),
      'tensor "a" has a shape',
    ],
    [
      'has sizes that do not agree',
      fileOf({ a: tensor('F32', [3], [0, 8]) }, eight),
      'needs 12 bytes, but its data_offsets 0 to 8 hold 8',
    ],
    [
      'has sizes whose product overflows',
      fileOf({ a: tensor('F32', [2 ** 50, 2 ** 50], [0, 8]) }, eight),
      'needs 5',
    ],
    ['has offsets in the wrong order', fileOf({ a: tensor('F32', [1], [8, 4]) }, eight), 'hold -4'],
    [
      'has tensors that overlap',
      fileOf({ a: tensor('I32', [1], [0, 4]), b: tensor('I32', [1], [2, 6]) }, eight),
      'begins at byte 2, inside',
    ],
    ['has a hole', fileOf({ a: tensor('I32', [1], [4, 8]) }, eight), 'bytes 0 to 4, before tensor "a"'],
    [
      'has bytes left over',
      fileOf({ a: tensor('I32', [1], [0, 4]) }, eight),
      '4 bytes after the last tensor',
    ],
    [
      'ends too early',
      fileOf({ a: tensor('I32', [3], [0, 12]) }, eight),
      'ends at byte 12, but only 8 bytes',
    ],
  ])('is refused when it %s', (_, file, message) => {
    expect(() => parseSafetensors(file, { source: 'm.safetensors' })).toThrow(message);
    expect(() => parseSafetensors(file, { source: 'm.safetensors' })).toThrow(/^m\.safetensors: /);
  });

  it.each([Number.NaN, Infinity])('is refused when it holds %s, unless that is allowed', (value) => {
    const file = fileOf({ a: tensor('F32', [2], [0, 8]) }, bytesOf(Float32Array.of(1, value)));
    expect(() => parseSafetensors(file)).toThrow(`tensor "a" holds ${value} at element 1`);
    expect([...parseSafetensors(file, { nonFinite: 'allow' }).tensors.get('a')!.data]).toEqual([1, value]);
  });

  it('is refused when it is larger than allowed, by its name', async () => {
    const path = join(folder, 'large.safetensors');
    await writeFile(path, new Uint8Array(100));
    await expect(readSafetensors(path, { maxBytes: 99 })).rejects.toThrow(`${path}: the file has 100 bytes`);
  });

  it('is never written: a wrong shape leaves the old file and no other', async () => {
    const path = join(folder, 'model.safetensors');
    await writeFile(path, 'old');
    const wrong = new Map([['a', { shape: [3], data: Float32Array.of(1, 2) }]]);
    await expect(writeSafetensors(path, wrong)).rejects.toThrow(
      'Tensor "a" of shape [3] needs 3 numbers, but has 2',
    );
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['model.safetensors']);
  });

  it('does not leave a temporary file when the rename fails', async () => {
    const path = join(folder, 'missing', 'model.safetensors');
    await expect(writeSafetensors(path, new Map())).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });
});
