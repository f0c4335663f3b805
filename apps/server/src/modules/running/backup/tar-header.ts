/** @file The header of 512 bytes before each file in a tar archive, as POSIX.1-1988 (ustar) defines it. */

export const blockBytes = 512;
const largestBytes = 8 ** 11 - 1;

export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
}

export const paddingOf = (bytes: number): number => (blockBytes - (bytes % blockBytes)) % blockBytes;

/** @throws RangeError if the name or the size does not fit into ustar */
export function encodeTarHeader({ name, bytes }: TarEntry, modifiedAt: Date): Buffer {
  const header = Buffer.alloc(blockBytes);
  const [prefix, rest] = splitName(name);
  if (bytes > largestBytes) throw new RangeError(`${name} is too large for a tar archive: ${bytes} bytes.`);
  header.write(rest, 0, 100);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(octal(bytes, 11), 124);
  header.write(octal(Math.floor(modifiedAt.getTime() / 1_000), 11), 136);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345, 155);
  header.write(`${octal(checksumOf(header), 6)} `, 148);
  return header;
}

/** Returns undefined if this is not the header of a plain file. */
export function decodeTarHeader(header: Buffer): TarEntry | undefined {
  const isFile = header.toString('latin1', 257, 262) === 'ustar' && header[156] === 0x30;
  if (!isFile || Number.parseInt(textAt(header, 148, 8), 8) !== checksumOf(header)) return undefined;
  const prefix = textAt(header, 345, 155);
  const rest = textAt(header, 0, 100);
  const bytes = Number.parseInt(textAt(header, 124, 12), 8);
  return Number.isNaN(bytes) ? undefined : { name: prefix === '' ? rest : `${prefix}/${rest}`, bytes };
}

function splitName(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return [prefix, rest];
  }
  throw new RangeError(`${name} is too long a name for a tar archive.`);
}

const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;

function textAt(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

/** Returns the sum of all bytes, with spaces instead of the checksum itself. */
function checksumOf(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < blockBytes; at++) sum += at >= 148 && at < 156 ? 0x20 : header[at]!;
  return sum;
}
