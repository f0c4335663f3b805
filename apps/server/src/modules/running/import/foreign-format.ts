/** @file Recognises unsupported formats by their first bytes, so that the error names the format and says what to do. */

interface Format {
  magic: string;
  /** The offset of the bytes. */
  at?: number;
  says: string;
}

const unpack = 'unpack it, and import the files in it';

/** In Latin-1: one character per byte. */
const formats: readonly Format[] = [
  { magic: 'BZh', says: 'is compressed with bzip2: decompress it first (bunzip2)' },
  { magic: '\xfd7zXZ\0', says: 'is compressed with xz: decompress it first (unxz)' },
  { magic: '\x28\xb5\x2f\xfd', says: 'is compressed with zstd: decompress it first (unzstd)' },
  { magic: '\x04\x22\x4d\x18', says: 'is compressed with lz4: decompress it first (unlz4)' },
  { magic: '\x1f\x9d', says: 'is compressed with compress (.Z): decompress it first (uncompress)' },
  { magic: '\x1f\x8b', says: 'is compressed with gzip twice: decompress it once (gunzip)' },
  { magic: 'ustar', at: 257, says: `is a tar archive: ${unpack}` },
  { magic: 'PK\x03\x04', says: `is a ZIP archive: ${unpack}` },
  { magic: '7z\xbc\xaf\x27\x1c', says: `is a 7z archive: ${unpack}` },
  { magic: 'Rar!\x1a\x07', says: `is a RAR archive: ${unpack}` },
  {
    magic: 'PAR1',
    says: 'is a compressed Parquet file: decompress it first (Parquet compresses its own columns)',
  },
  { magic: 'ARROW1', says: 'is an Arrow file: write it as Parquet (pandas: to_parquet)' },
  { magic: 'Obj\x01', says: 'is an Avro file: write it as Parquet or as JSON lines' },
  { magic: 'ORC', says: 'is an ORC file: write it as Parquet (pandas: to_parquet)' },
  { magic: '\x89HDF\r\n', says: 'is an HDF5 file: write it as Parquet (pandas: to_parquet)' },
  {
    magic: '\x80\x04\x95',
    says: 'is a Python pickle, which is never opened: write it as Parquet (to_parquet)',
  },
  {
    magic: '\x80\x05\x95',
    says: 'is a Python pickle, which is never opened: write it as Parquet (to_parquet)',
  },
  { magic: 'SQLite format 3\0', says: 'is an SQLite database: export its tables as CSV' },
  { magic: '%PDF-', says: 'is a PDF' },
  { magic: '\xff\xfe', says: 'is not text in UTF-8 (it is UTF-16): write it as UTF-8' },
  { magic: '\xfe\xff', says: 'is not text in UTF-8 (it is UTF-16): write it as UTF-8' },
];

/** Returns the rest of a sentence about the file, or null if the format may be a supported one. */
export function nameForeignFormat(start: Buffer): string | null {
  const found = formats.find(
    ({ magic, at = 0 }) => start.toString('latin1', at, at + magic.length) === magic,
  );
  return found === undefined ? null : `${found.says}.`;
}
