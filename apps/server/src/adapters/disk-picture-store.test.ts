import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiskPictureStore } from './disk-picture-store.ts';

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kindred-pictures-'));
  now = Date.now();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kib = 1_024;
const minuteMs = 60_000;
const picture = (size = 8 * kib) => Buffer.alloc(size, 7);
const open = (limitBytes = 1_024 * kib) => createDiskPictureStore({ folder, limitBytes, clock: () => now });

test('keeps pictures across a restart', async () => {
  const store = open();
  expect(await store.get('1.avif')).toBeUndefined();
  await store.put('1.avif', picture());
  await store.close();
  expect(await open().get('1.avif')).toEqual(picture());
});

test('when it is full, removes the least recently requested picture first', async () => {
  const store = open(32 * kib);
  for (const name of ['1.avif', '2.avif', '3.avif', '4.avif']) {
    await store.put(name, picture());
    now += minuteMs;
  }
  await store.get('1.avif');
  await store.put('5.avif', picture());
  await store.put('6.avif', picture());
  expect(readdirSync(folder).sort()).toEqual(['1.avif', '4.avif', '5.avif', '6.avif']);
});

test('remembers across a restart which pictures were requested last', async () => {
  const store = open(32 * kib);
  for (const name of ['1.avif', '2.avif', '3.avif', '4.avif']) {
    await store.put(name, picture());
    now += minuteMs;
  }
  now += 120 * minuteMs;
  await store.get('1.avif');
  await store.close();
  const again = open(32 * kib);
  await again.put('5.avif', picture());
  await again.close();
  expect(readdirSync(folder).sort()).toEqual(['1.avif', '3.avif', '4.avif', '5.avif']);
});

test('removes pictures at a restart with a lower limit', async () => {
  const store = open();
  for (let number = 0; number < 20; number++) await store.put(`${number}.webp`, picture());
  await store.close();
  now += minuteMs;
  const smaller = open(40 * kib);
  await smaller.put('new.webp', picture());
  expect(readdirSync(folder)).toHaveLength(5);
  expect(readdirSync(folder)).toContain('new.webp');
});

test('counts within an hour the pictures that another node keeps in the same folder', async () => {
  const [one, other] = [open(40 * kib), open(40 * kib)];
  await one.put('1.jpg', picture());
  for (let number = 2; number < 6; number++) await other.put(`${number}.jpg`, picture());
  now += 61 * minuteMs;
  await one.put('6.jpg', picture());
  expect(readdirSync(folder)).toHaveLength(5);
  // The other node still lists the file that is gone.
  expect(await other.get('1.jpg')).toBeUndefined();
});

test('counts a small picture as one block of the disk', async () => {
  const store = open(16 * kib);
  for (let number = 0; number < 9; number++) await store.put(`${number}.avif`, picture(100));
  expect(readdirSync(folder)).toHaveLength(4);
});

test('does not keep a picture that is larger than the limit', async () => {
  const store = open(16 * kib);
  await store.put('small.avif', picture());
  await store.put('large.avif', picture(32 * kib));
  expect(readdirSync(folder)).toEqual(['small.avif']);
});

test('never returns a half-written file, and removes it after a while', async () => {
  const draft = '7.avif.6f0c.part';
  writeFileSync(join(folder, draft), 'half a pict');
  const store = open();
  expect(await store.get('7.avif')).toBeUndefined();
  expect(await store.get(draft)).toBeUndefined();
  await store.put('8.avif', picture());
  expect(readdirSync(folder).sort()).toEqual([draft, '8.avif'].sort());
  utimesSync(join(folder, draft), (now - 60 * minuteMs) / 1_000, (now - 60 * minuteMs) / 1_000);
  const later = open();
  await later.put('9.avif', picture());
  expect(readdirSync(folder).sort()).toEqual(['8.avif', '9.avif']);
});

test('keeps many concurrent pictures whole, and within the limit', async () => {
  const store = open(80 * kib);
  await Promise.all(Array.from({ length: 60 }, (_, number) => store.put(`${number % 30}.webp`, picture())));
  await store.close();
  const names = readdirSync(folder);
  expect(names.length).toBeLessThanOrEqual(10);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(await store.get(name)).toEqual(picture());
});

test('rejects names that lead out of its folder', async () => {
  const store = open();
  await expect(store.put('../1.avif', picture())).rejects.toThrow('not the name of a picture');
  expect(await store.get('../../etc/passwd')).toBeUndefined();
});
