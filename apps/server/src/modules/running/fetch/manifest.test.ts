import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../testing/servers/file-server.ts';
import { datasetFiles, filesOfCategory, nextCommands } from './amazon-2023.ts';
import { parseManifest, readListing, readManifest } from './manifest.ts';

const sum = 'a'.repeat(64);
const http = { silenceMs: 5_000, firstWaitMs: 1 };

describe('a manifest', () => {
  it('is a CSV, compressed or not, with or without its header', () => {
    const lines = `path,sha256,bytes\r\nraw/a.jsonl,${sum.toUpperCase()},12\n\nb.csv,${sum},0\n`;
    const wanted = [
      { path: 'raw/a.jsonl', sha256: sum, bytes: 12 },
      { path: 'b.csv', sha256: sum, bytes: 0 },
    ];
    expect(parseManifest(Buffer.from(lines), 'm.csv')).toEqual(wanted);
    expect(parseManifest(gzipSync(`\uFEFF${lines}`), 'm.csv.gz')).toEqual(wanted);
    expect(parseManifest(Buffer.from(lines.split('\n').slice(1).join('\n')), 'm.csv')).toEqual(wanted);
  });

  it.each([
    ['', /it lists no files/],
    ['<html>', /m\.csv is not a manifest .*line 1 is "<html>"/],
    [`a,${sum},-1`, /line 1/],
    [`a,${sum.slice(1)},1`, /line 1/],
    [`a,${sum},1\n../b,${sum},1`, /m\.csv has an invalid path: "\.\.\/b"/],
    [`raw/../../b,${sum},1`, /has an invalid path/],
    [`/etc/passwd,${sum},1`, /has an invalid path/],
    [`C:\\a,${sum},1`, /has an invalid path/],
    [`a//b,${sum},1`, /has an invalid path/],
    [`a b,${sum},1`, /has an invalid path/],
  ])('that is %j is refused', (text, message) => {
    expect(() => parseManifest(Buffer.from(text), 'm.csv')).toThrow(message);
  });

  it('that is cut off is rejected', () => {
    const whole = gzipSync(`a,${sum},1\n`);
    expect(() => parseManifest(whole.subarray(0, whole.length - 4), 'm')).toThrow(/m is not a manifest/);
  });

  it('that does not exist is named', async () => {
    await expect(readManifest('/no/such/file.csv', http)).rejects.toThrow(
      /\/no\/such\/file\.csv cannot be read/,
    );
  });

  it('may be an address, which is requested again if the connection breaks', async () => {
    const { address, ranges } = await serve(({ response, number }) => {
      if (number === 1) response.destroy();
      else response.end(`a,${sum},1\n`);
    });
    expect(await readManifest(`${address}/m.csv`, http)).toHaveLength(1);
    expect(ranges).toHaveLength(2);
  });
});

describe('the listing of a folder on Hugging Face', () => {
  const file = (path: string, lfs: object | null = { oid: sum, size: 5, pointerSize: 130 }) => ({
    type: 'file',
    oid: '1'.repeat(40),
    size: 5,
    path,
    ...(lfs === null ? {} : { lfs }),
  });

  it('is read page by page', async () => {
    const { address } = await serve(({ request, response }) => {
      if (request.url === '/tree/raw') {
        response.setHeader('link', '</tree/raw?cursor=2>; rel="next"');
        response.end(JSON.stringify([file('raw/a.jsonl'), { type: 'directory', path: 'raw/more' }]));
      } else response.end(JSON.stringify([file('raw/b.jsonl'), file('raw/README.md', null)]));
    });
    expect(await readListing(`${address}/tree`, 'raw', http)).toEqual([
      { path: 'raw/a.jsonl', sha256: sum, bytes: 5 },
      { path: 'raw/b.jsonl', sha256: sum, bytes: 5 },
    ]);
  });

  it.each<[string, string, Record<string, string>, RegExp]>([
    ['is an HTML page', '<html></html>', {}, /is not a listing of files/],
    ['has no sum', JSON.stringify([file('a', { oid: 'x', size: 1 })]), {}, /has no sha256 and size for a/],
    ['leads elsewhere', JSON.stringify([file('../a')]), {}, /has an invalid path/],
    ['goes on elsewhere', '[]', { link: '<http://127.0.0.2/x>; rel="next"' }, /continues at another host/],
    ['does not end', '[]', { link: '</tree/raw>; rel="next"' }, /does not end/],
  ])('that %s is refused', async (_, body, headers, message) => {
    const { address } = await serve(({ response }) => response.writeHead(200, headers).end(body));
    await expect(readListing(`${address}/tree`, 'raw', http)).rejects.toThrow(message);
  });
});

describe('a category', () => {
  const entry = (path: string) => ({ path, sha256: sum, bytes: 1 });
  const files = datasetFiles(
    [
      entry('raw/review_categories/All_Beauty.jsonl'),
      entry('raw/meta_categories/meta_All_Beauty.jsonl'),
      entry('raw/meta_categories/meta_Toys_and_Games.jsonl'),
      entry('raw/meta_categories/notes.txt'),
      entry('benchmark/0core/rating_only/All_Beauty.csv'),
      entry('benchmark/0core/last_out/All_Beauty.test.csv'),
    ],
    ['meta', 'reviews'],
  );

  it.each(['All_Beauty', 'all beauty', 'ALL-BEAUTY'])('is found as %j', (name) => {
    expect(filesOfCategory(files, name, ['meta', 'reviews']).map(({ path }) => path)).toEqual([
      'raw/meta_categories/meta_All_Beauty.jsonl',
      'raw/review_categories/All_Beauty.jsonl',
    ]);
    expect(filesOfCategory(files, 'Toys & Games', ['meta'])).toHaveLength(1);
  });

  it.each([
    [
      'al_buty',
      /category “al_buty” of meta and reviews does not exist\. Did you mean All_Beauty\?\nThe categories are: All_Beauty, Toys_and_Games\./,
    ],
    ['toys', /Did you mean Toys_and_Games\?/],
    ['Xylophones', /category “Xylophones” of meta and reviews does not exist\.\nThe categories are/],
  ])('%j gets similar names', (name, message) => {
    expect(() => filesOfCategory(files, name, ['meta', 'reviews'])).toThrow(message);
  });

  it('has the next commands, whatever the name of the folder', () => {
    expect(
      nextCommands([
        { kind: 'meta', file: '/data/meta_A.jsonl' },
        { kind: 'ratings', file: "/it's here/A.csv" },
      ]),
    ).toEqual(['kindred import meta /data/meta_A.jsonl', "kindred import reviews '/it'\\''s here/A.csv'"]);
  });
});
