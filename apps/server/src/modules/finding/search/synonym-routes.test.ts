import type { Problem, ProductList, SynonymGroup, SynonymList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../../../testing/test-shop.ts';
import { findIssues, keyOfGroup } from './synonym-groups.ts';

let shop: TestShop;
let admin: Record<string, string>;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
});
afterAll(() => shop.close());

const path = '/api/v1/admin/search/synonyms';
const send = (method: 'DELETE' | 'GET' | 'POST' | 'PUT', rest = '', payload?: object, headers = admin) =>
  shop.app.inject({ method, url: `${path}${rest}`, headers, ...(payload && { payload }) });
const add = async (...words: string[]) => (await send('POST', '', { words })).json<SynonymGroup>();
const list = (query: Record<string, string> = {}) =>
  shop.get<SynonymList>(`${path}?${new URLSearchParams(query)}`, admin);
const wordsOfAll = ({ items }: SynonymList) => items.map(({ words }) => words);

test('the groups that a shop starts with are valid, and no two are the same', async () => {
  const { rows } = await shop.db.execute<{ words: string[] }>(sql`select words from search_synonyms`);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.flatMap(({ words }) => findIssues(words))).toEqual([]);
  expect(new Set(rows.map(({ words }) => keyOfGroup(words))).size).toBe(rows.length);
});

test('creates a group, finds it by its words, replaces it and deletes it', async () => {
  const made = await send('POST', '', { words: ['  Gherkin ', 'pickled cucumber'] });
  expect(made.statusCode).toBe(201);
  const group = made.json<SynonymGroup>();
  expect(group).toEqual({
    synonyms_id: expect.any(Number),
    words: ['Gherkin', 'pickled cucumber'],
    updated_at: expect.stringMatching(/Z$/),
  });
  expect(await list({ q: 'cucumbers' })).toEqual({ items: [group], next_cursor: null });
  const replaced = await send('PUT', `/${group.synonyms_id}`, { words: ['gherkin', 'cornichon'] });
  expect(replaced.statusCode).toBe(200);
  expect(replaced.json()).toMatchObject({
    synonyms_id: group.synonyms_id,
    words: ['gherkin', 'cornichon'],
  });
  expect(await list({ q: 'cucumber' })).toEqual({ items: [], next_cursor: null });
  expect((await list({ q: 'GHERKINS' })).items).toEqual([replaced.json()]);
  expect((await send('DELETE', `/${group.synonyms_id}`)).statusCode).toBe(204);
  expect((await list({ q: 'gherkin' })).items).toEqual([]);
});

test('pages list all groups, or those that contain a word', async () => {
  const groups = [
    await add('oboe', 'hautboy'),
    await add('oboe reed', 'mouthpiece'),
    await add('oboes', 'shawm'),
  ];
  for (const [query, expected] of [
    [{ q: 'oboe', limit: '2' }, groups],
    [{ limit: '60' }, (await shop.db.execute(sql`select from search_synonyms`)).rows],
  ] as const) {
    const seen: SynonymGroup[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: SynonymList = await list({ ...query, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.next_cursor;
    }
    expect(seen).toHaveLength(expected.length);
    expect(new Set(seen.map(({ synonyms_id }) => synonyms_id)).size).toBe(expected.length);
  }
  expect(wordsOfAll(await list({ q: '&' }))).toEqual([]);
  expect((await send('GET', '?cursor=nonsense')).json<Problem>().code).toBe('invalid-cursor');
  for (const { synonyms_id } of groups) await send('DELETE', `/${synonyms_id}`);
});

test('rejects an invalid group with the position of each problem, also as a replacement', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `word${at}x`);
  for (const [payload, pointer, code] of [
    [{}, '/words', 'required'],
    [{ words: 'sofa' }, '/words', 'not-a-list'],
    [{ words: ['alone'] }, '/words', 'too-few'],
    [{ words: many(21) }, '/words', 'too-many'],
    [{ words: ['kettle', 3] }, '/words/1', 'not-a-text'],
    [{ words: ['kettle', '  '] }, '/words/1', 'too-short'],
    [{ words: ['kettle', 'k'.repeat(61)] }, '/words/1', 'too-long'],
    [{ words: ['kettle', '!?'] }, '/words/1', 'too-few'],
    [{ words: ['kettle', 'a b c d e'] }, '/words/1', 'too-many'],
    [{ words: ['raincoat', 'kettle', 'Rain Coat'] }, '/words/2', 'repeated'],
    [{ words: ['kettle', 'boiler'], note: '' }, '/note', 'unknown-field'],
  ] as const)
    for (const [method, rest] of [
      ['POST', ''],
      ['PUT', '/1'],
    ] as const) {
      const answer = await send(method, rest, payload);
      const { code: problem, errors = [] } = answer.json<Problem>();
      expect([answer.statusCode, problem], JSON.stringify(payload)).toEqual([400, 'invalid-request']);
      expect(errors).toMatchObject([{ in: 'body', pointer, code }]);
    }
  const repeated = await send('POST', '', { words: ['raincoat', 'kettle', 'Rain Coat'] });
  expect(repeated.json<Problem>().detail).toBe('“Rain Coat” reads the same as “raincoat”');
  expect((await send('POST', '', { words: many(20) })).statusCode).toBe(201);
  await shop.db.execute(sql`delete from search_synonyms where 'word0x' = any (words)`);
});

test('rejects a group that is the same as another; a word may be in several groups', async () => {
  const [one, other] = [await add('lute', 'oud'), await add('lute', 'theorbo')];
  const twin = await send('POST', '', { words: ['Ouds', 'lutes'] });
  expect([twin.statusCode, twin.json<Problem>()]).toEqual([
    409,
    expect.objectContaining({
      code: 'synonyms-exist',
      detail: `Group ${one.synonyms_id} has the same words: lute, oud.`,
    }),
  ]);
  const becomesTwin = await send('PUT', `/${other.synonyms_id}`, { words: ['oud', 'lute'] });
  expect([becomesTwin.statusCode, becomesTwin.json<Problem>().code]).toEqual([409, 'synonyms-exist']);
  expect((await send('PUT', `/${one.synonyms_id}`, { words: ['Oud', 'Lute'] })).statusCode).toBe(200);
  const racing = await Promise.all([1, 2, 3].map(() => send('POST', '', { words: ['zither', 'psaltery'] })));
  expect(racing.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
});

test('a group that does not exist can be neither replaced nor deleted', async () => {
  for (const answer of [
    await send('PUT', '/2147483647', { words: ['sitar', 'sarod'] }),
    await send('DELETE', '/2147483647'),
  ])
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'synonyms-not-found']);
  expect((await send('DELETE', '/first')).json<Problem>().errors).toMatchObject([
    { in: 'path', pointer: '/id' },
  ]);
});

test('a caller who is not an administrator can neither read nor change the groups', async () => {
  const { login } = await createMember(shop);
  for (const headers of [{}, { authorization: `Bearer ${login.access_token}` }] as Record<string, string>[])
    for (const answer of [
      await send('GET', '', undefined, headers),
      await send('POST', '', { words: ['sitar', 'sarod'] }, headers),
      await send('PUT', '/1', { words: ['sitar', 'sarod'] }, headers),
      await send('DELETE', '/1', undefined, headers),
    ])
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, 'admin-only']);
  expect((await list({ q: 'sitar' })).items).toEqual([]);
});

test('a shop has at most 5,000 groups; they can still be replaced', async () => {
  const { synonyms_id } = await add('viol', 'gamba');
  await shop.db.execute(sql`
    insert into search_synonyms (words) select array['tone' || n, 'note' || n]
    from generate_series(1, 5000 - (select count(*)::int from search_synonyms)) n`);
  const answer = await send('POST', '', { words: ['sackbut', 'trombone'] });
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'too-many-synonyms']);
  expect((await send('PUT', `/${synonyms_id}`, { words: ['viol', 'gamba', 'viola'] })).statusCode).toBe(200);
  await shop.db.execute(sql`delete from search_synonyms where words[1] like 'tone%'`);
});

test('another node uses a new group as soon as it is notified', async () => {
  const other = await shop.addNode();
  const [{ title }] = (await shop.get<ProductList>('/api/v1/products?limit=1')).items;
  const name = title.split(' ').at(-1)!;
  const foundAt = async ({ app }: TestNode) =>
    (await app.inject('/api/v1/products?q=quizzlewock')).json<ProductList>().items.map((item) => item.title);
  expect([await foundAt(shop), await foundAt(other)]).toEqual([[], []]);
  const { synonyms_id } = await add('quizzlewock', name);
  for (const node of [shop, other])
    await vi.waitFor(async () => expect(await foundAt(node)).toContain(title), 5_000);
  await send('DELETE', `/${synonyms_id}`);
  for (const node of [shop, other])
    await vi.waitFor(async () => expect(await foundAt(node)).toEqual([]), 5_000);
});
