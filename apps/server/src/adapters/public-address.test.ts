import { constantFrom, integer, ipV4, ipV6, property, assert as propertyAssert, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

test.each([
  '93.184.215.14',
  '1.1.1.1',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '2a00:1450:4001::5',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  '127.0.0.1',
  '0.0.0.0',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.255',
  '172.31.255.255',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'localhost',
  '127.1',
  '',
])('%j is not', (address) => expect(isPublicAddress(address)).toBe(false));

/** A network, and the number of its fixed bits. */
const privateNetworks = [
  [0x0a000000, 8],
  [0x7f000000, 8],
  [0x64400000, 10],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0a80000, 16],
  [0xe0000000, 4],
  [0xf0000000, 4],
] as const;

const dotted = (address: number) => [24, 16, 8, 0].map((bits) => (address >>> bits) & 255).join('.');

test('no address of a private network is public, however it is written', () => {
  const inside = tuple(constantFrom(...privateNetworks), integer({ min: 0, max: 2 ** 32 - 1 })).map(
    ([[network, length], host]) => dotted((network | (host & (2 ** (32 - length) - 1))) >>> 0),
  );
  propertyAssert(
    property(inside, (address) => {
      expect(isPublicAddress(address)).toBe(false);
      for (const prefix of ['::ffff:', '::', '64:ff9b::'])
        expect(isPublicAddress(prefix + address)).toBe(false);
    }),
  );
});

test('no IPv6 address outside 2000::/3 is public', () => {
  propertyAssert(
    property(ipV6(), (address) => {
      const first = Number.parseInt(address.startsWith('::') ? '0' : address.split(':')[0]!, 16);
      if (first >> 13 !== 1) expect(isPublicAddress(address)).toBe(false);
    }),
  );
});

test('a URL normalises an unusual spelling to an address that is then judged correctly', () => {
  propertyAssert(
    property(ipV4(), (address) => {
      const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number];
      const number = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
      const forms = [`0x${number.toString(16)}`, `${number}`, `0${a.toString(8)}.${b}.${(c << 8) | d}`];
      for (const form of forms) expect(new URL(`http://${form}/`).hostname).toBe(address);
    }),
  );
});
