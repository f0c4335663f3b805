import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Exchange,
  makeBody,
  type SentFile,
  seededRandom,
  sendFile,
  serve,
  sha256Of,
} from '../../../testing/servers/file-server.ts';
import { type DownloadOptions, downloadFile } from './download-file.ts';

const body = makeBody(300_000);

async function setUp(answer: (exchange: Exchange) => void, expected = body) {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-fetch-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { address, ranges } = await serve(answer);
  const file = join(folder, 'a.jsonl');
  const retries: string[] = [];
  const options: DownloadOptions = {
    address: new URL(`${address}/a.jsonl`),
    expected: { path: 'a.jsonl', sha256: sha256Of(expected), bytes: expected.length },
    file,
    silenceMs: 5_000,
    firstWaitMs: 1,
    random: () => 0.5,
    onRetry: (reason) => retries.push(reason),
  };
  return {
    file,
    partial: `${file}.partial`,
    ranges,
    retries,
    options,
    names: () => readdirSync(folder).sort(),
    run: (changes: Partial<DownloadOptions> = {}) => downloadFile({ ...options, ...changes }),
  };
}

/** Serves one file after another, and the last one for all further requests. */
const inTurn =
  (...files: SentFile[]) =>
  (exchange: Exchange) =>
    sendFile(exchange, files[Math.min(exchange.number, files.length) - 1]!);

describe('a download', () => {
  it('downloads the file, and leaves no other files', async () => {
    const { run, file, names, ranges } = await setUp(inTurn({ body, etag: '"1"' }));
    expect(await run()).toEqual({ resumedFrom: 0 });
    expect(readFileSync(file).equals(body)).toBe(true);
    expect(names()).toEqual(['a.jsonl']);
    expect(ranges).toEqual([null]);
  });

  it.each([1, 2, 3, 4, 5])('survives connections that break anywhere (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    const { run, file, ranges } = await setUp((exchange) =>
      sendFile(exchange, {
        body,
        etag: '"1"',
        hidesLength: random() < 0.3,
        ...(exchange.number < 25 ? { breaksAfter: Math.floor(random() ** 3 * 60_000) } : {}),
      }),
    );
    const seen: number[] = [];
    await run({ mostFailures: 30, onBytes: (there) => seen.push(there) });
    expect(readFileSync(file).equals(body)).toBe(true);
    expect(ranges.length).toBeGreaterThan(5);
    expect(ranges.slice(1).every((range) => range === null || /^bytes=\d+-$/.test(range))).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(body.length);
  });

  it('requests only the missing bytes', async () => {
    const { run, ranges } = await setUp(
      inTurn({ body, etag: '"1"', breaksAfter: 100_000 }, { body, etag: '"1"' }),
    );
    await run();
    expect(ranges).toEqual([null, 'bytes=100000-']);
  });

  it('continues where an earlier run was stopped', async () => {
    const stop = new AbortController();
    const { run, file, partial, ranges } = await setUp(
      inTurn({ body, etag: '"1"', stallsAfter: 120_000 }, { body, etag: '"1"' }),
    );
    const stopped = run({
      signal: stop.signal,
      onBytes: (there) => there >= 120_000 && stop.abort(new Error('Ctrl-C')),
    });
    await expect(stopped).rejects.toThrow('Ctrl-C');
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(partial).equals(body.subarray(0, 120_000))).toBe(true);
    expect(await run()).toEqual({ resumedFrom: 120_000 });
    expect(ranges).toEqual([null, 'bytes=120000-']);
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('needs no request if only the last step is missing', async () => {
    const { run, file, partial, ranges, options } = await setUp(inTurn({ body }));
    writeFileSync(partial, body);
    writeFileSync(`${partial}.json`, JSON.stringify({ sha256: options.expected.sha256, validator: null }));
    expect(await run()).toEqual({ resumedFrom: body.length });
    expect(ranges).toEqual([]);
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('waits for a busy server for as long as the server asks', async () => {
    const { run, retries } = await setUp((exchange) => {
      if (exchange.number === 1) exchange.response.writeHead(503, { 'retry-after': '0' }).end();
      else if (exchange.number === 2) exchange.response.writeHead(429).end('slow down');
      else sendFile(exchange, { body });
    });
    await run();
    expect(retries).toEqual(['the server answered 503', 'the server answered 429']);
  });

  it('treats silence as a broken connection', async () => {
    const { run, retries, ranges } = await setUp(
      inTurn(
        { body, etag: '"1"', stallsAfter: 50_000 },
        { body, etag: '"1"', stallsAfter: 0 },
        { body, etag: '"1"' },
      ),
    );
    await run({ silenceMs: 100 });
    expect(retries).toEqual(['nothing came for 0.1 s', 'nothing came for 0.1 s']);
    expect(ranges).toEqual([null, 'bytes=50000-', 'bytes=50000-']);
  });

  it('gives up after consecutive failures without new bytes, and keeps the partial file', async () => {
    const { run, partial, ranges } = await setUp(
      inTurn({ body, etag: '"1"', breaksAfter: 1_000 }, { body, etag: '"1"', breaksAfter: 0 }),
    );
    await expect(run({ mostFailures: 4 })).rejects.toThrow(
      /a\.jsonl: the connection broke .* Gave up after 4 attempts without new bytes\. Run the command again to continue\./,
    );
    expect(ranges).toEqual([null, ...Array.from({ length: 4 }, () => 'bytes=1000-')]);
    expect(readFileSync(partial)).toHaveLength(1_000);
  });

  it('gives up on a server that starts over each time', async () => {
    const { run, ranges } = await setUp(inTurn({ body, ignoresRanges: true, breaksAfter: 100_000 }));
    await expect(run({ mostFailures: 5 })).rejects.toThrow(/Gave up after 5/);
    expect(ranges.length).toBeLessThanOrEqual(7);
  });
});

describe('a server that', () => {
  const half: SentFile = { body, etag: '"1"', breaksAfter: 150_000 };

  it('ignores ranges: starts over', async () => {
    const { run, file } = await setUp(inTurn(half, { body, etag: '"1"', ignoresRanges: true }));
    await run();
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('has another version by then: starts over', async () => {
    const old = { ...half, body: makeBody(300_000, 9), etag: '"0"' };
    const { run, file, ranges } = await setUp(inTurn(old, { body, etag: '"1"' }));
    await run();
    expect(ranges).toEqual([null, 'bytes=150000-']);
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('sends the rest of another version despite If-Range: starts over', async () => {
    const { run, file, ranges, retries } = await setUp((exchange) => {
      if (exchange.number === 2) exchange.request.headers['if-range'] = '"1"';
      sendFile(
        exchange,
        exchange.number === 1 ? { ...half, body: makeBody(300_000, 9), etag: '"0"' } : { body, etag: '"1"' },
      );
    });
    await run();
    expect(retries[1]).toBe('the server sent another part than the requested one');
    expect(ranges).toEqual([null, 'bytes=150000-', null]);
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('does not distinguish versions: starts over if the sum is wrong', async () => {
    const old = { body: makeBody(300_000, 9), breaksAfter: 150_000 };
    const { run, file, ranges } = await setUp(inTurn(old, { body }, { body }));
    await run();
    expect(ranges).toEqual([null, 'bytes=150000-', null]);
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('has only weak tags: uses its date', async () => {
    const lastModified = 'Wed, 01 May 2024 10:00:00 GMT';
    const conditions: unknown[] = [];
    const { run } = await setUp((exchange) => {
      conditions.push(exchange.request.headers['if-range']);
      sendFile(exchange, {
        body,
        etag: 'W/"1"',
        lastModified,
        ...(exchange.number === 1 ? { breaksAfter: 9 } : {}),
      });
    });
    await run();
    expect(conditions).toEqual([undefined, lastModified]);
  });

  it('sends the wrong part: starts over', async () => {
    const { run, file } = await setUp((exchange) => {
      if (exchange.number === 1) return sendFile(exchange, half);
      if (exchange.number > 2) return sendFile(exchange, { body, etag: '"1"' });
      const rest = body.subarray(10);
      const range = `bytes 10-${body.length - 1}/${body.length}`;
      return void exchange.response.writeHead(206, { 'content-range': range, etag: '"1"' }).end(rest);
    });
    await run();
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it('does not have the range: starts over', async () => {
    const { run, file, ranges } = await setUp((exchange) => {
      if (exchange.number === 2) exchange.response.writeHead(416).end();
      else sendFile(exchange, exchange.number === 1 ? half : { body });
    });
    await run();
    expect(ranges).toEqual([null, 'bytes=150000-', null]);
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it.each<[string, SentFile[], RegExp]>([
    ['has a longer file', [{ body: makeBody(300_001) }], /has 300001 bytes, the manifest says 300000/],
    ['has a shorter file', [{ body: makeBody(10) }], /has 10 bytes, the manifest says 300000/],
    ['has a shorter file by then', [half, { body: makeBody(1_000) }], /has 1000 bytes, the manifest says/],
    [
      'sends more than there is',
      [{ body: makeBody(400_000), hidesLength: true }],
      /sends more than the 300000/,
    ],
  ])('%s is refused', async (_, files, message) => {
    const { run, file, ranges } = await setUp(inTurn(...files));
    await expect(run()).rejects.toThrow(message);
    expect(ranges).toHaveLength(files.length);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [404, /answered 404: the file does not exist there/],
    [403, /answered 403/],
    [204, /answered 204/],
  ])('answers %i: does not try again', async (status, message) => {
    const { run, ranges } = await setUp(({ response }) => response.writeHead(status).end());
    await expect(run()).rejects.toThrow(message);
    expect(ranges).toHaveLength(1);
  });

  it('compresses the file although asked not to: fails', async () => {
    const { gzipSync } = await import('node:zlib');
    const { run } = await setUp(({ response }) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body)),
    );
    await expect(run()).rejects.toThrow(/is sent as gzip/);
  });
});

it('sets a file with a wrong sum aside as corrupt', async () => {
  const wrong = makeBody(300_000, 7);
  const { run, file, names } = await setUp(inTurn({ body: wrong, etag: '"1"' }));
  await expect(run()).rejects.toThrow(
    new RegExp(`sha256 is ${sha256Of(wrong)}, the manifest says ${sha256Of(body)}.*a\\.jsonl\\.corrupt`),
  );
  expect(names()).toEqual(['a.jsonl.corrupt']);
  expect(readFileSync(`${file}.corrupt`).equals(wrong)).toBe(true);
});

it('also checks the part of an earlier run', async () => {
  const { run, file, partial, ranges } = await setUp(
    inTurn(
      { body, etag: '"1"', breaksAfter: 150_000 },
      { body, etag: '"1"', breaksAfter: 0 },
      { body, etag: '"1"' },
    ),
  );
  await expect(run({ mostFailures: 1 })).rejects.toThrow(/Gave up after 1 /);
  const part = readFileSync(partial);
  part[5]! ^= 1;
  writeFileSync(partial, part);
  expect(await run()).toEqual({ resumedFrom: 0 });
  expect(ranges.slice(-2)).toEqual(['bytes=150000-', null]);
  expect(readFileSync(file).equals(body)).toBe(true);
});

it('discards a part of another official file', async () => {
  const { run, file, partial, ranges } = await setUp(inTurn({ body }));
  writeFileSync(partial, makeBody(100, 3));
  writeFileSync(`${partial}.json`, JSON.stringify({ sha256: '0'.repeat(64), validator: null }));
  await run();
  expect(ranges).toEqual([null]);
  expect(readFileSync(file).equals(body)).toBe(true);
});

describe('redirects', () => {
  it('are followed a few times, with the range, even after a broken connection', async () => {
    const { run, file, ranges } = await setUp((exchange) => {
      const hop = Number(new URL(exchange.request.url!, 'http://x').searchParams.get('hop') ?? 0);
      if (hop < 3)
        return void exchange.response.writeHead(302, { location: `/elsewhere?hop=${hop + 1}` }).end();
      return sendFile(exchange, {
        body,
        etag: '"1"',
        ...(exchange.number === 4 ? { breaksAfter: 7_000 } : {}),
      });
    });
    await run();
    expect(ranges.slice(4)).toEqual(Array.from({ length: 4 }, () => 'bytes=7000-'));
    expect(readFileSync(file).equals(body)).toBe(true);
  });

  it.each([
    ['in circles', '/a.jsonl', /more than 5 redirects/],
    ['to nowhere', 'http://', /redirects without an address/],
    ['to a file', 'file:///etc/passwd', /redirects to file:\/\/\/etc\/passwd.*refused/],
  ])('%s are refused', async (_, location, message) => {
    const { run } = await setUp(({ response }) => response.writeHead(302, { location }).end());
    await expect(run()).rejects.toThrow(message);
  });
});

it.runIf(existsSync('/dev/full'))('reports a full disk, and keeps the partial file', async () => {
  const { run, partial, ranges } = await setUp(inTurn({ body }));
  symlinkSync('/dev/full', partial);
  writeFileSync(`${partial}.json`, '{}');
  await expect(run()).rejects.toThrow(
    /The rest of .*a\.jsonl\.partial does not fit on the disk \(ENOSPC\).*The received part is kept/,
  );
  expect(ranges).toHaveLength(1);
});
