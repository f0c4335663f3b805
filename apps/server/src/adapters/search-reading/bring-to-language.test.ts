import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SearchLanguage, searchLanguages } from '../../config/config.ts';
import { openDatabase } from '../../platform/postgres/database.ts';
import { createNotifications } from '../../platform/postgres/notifications.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import { isSomebodyWaiting } from '../../testing/postgres/lock-waits.ts';
import { createTestDatabase } from '../../testing/postgres/test-database.ts';
import { putProducts } from '../../testing/search-index/contract-shop.ts';
import { createTestSearchPrefix, testSearchUrl } from '../../testing/servers/opensearch-server.ts';
import { type Json, openSearchConnection } from '../opensearch-search-index/connection.ts';
import { indexSettings } from '../opensearch-search-index/index-schema.ts';
import { createOpenSearchSearchIndex } from '../opensearch-search-index/opensearch-search-index.ts';
import { createPostgresSearchIndex } from '../postgres-search-index/postgres-search-index.ts';
import { bringToLanguage } from './bring-to-language.ts';
import { languages } from './languages.ts';
import { createVocabularyHost } from './vocabulary-host.ts';

const silent = pino({ level: 'silent' });
const titles = [
  'Lampe für Garten',
  'Lampen aus Holz',
  'Haus für Vögel',
  'Häuser aus Papier',
  'Chaise pliante',
  'Bois de chauffage',
  'Чайники для дачи',
  'Ёлки для дома',
  'Wooden Candles',
] as const;

let database: ReturnType<typeof openDatabase>;
let other: ReturnType<typeof openDatabase>;
const engines: SearchIndex[] = [];
const closings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const { connectionString, drop } = await createTestDatabase();
  database = openDatabase({ connectionString, max: 6 });
  other = openDatabase({ connectionString, max: 6 });
  const notifications = await createNotifications({ connectionString, logger: silent });
  const shared = { db: database.db, notifications, logger: silent };
  engines.push(createPostgresSearchIndex(shared));
  closings.push(() => notifications.close(), database.close, other.close, drop);
  if (testSearchUrl !== undefined) {
    const { prefix, removeIndices } = createTestSearchPrefix(testSearchUrl);
    engines.push(createOpenSearchSearchIndex({ ...shared, url: testSearchUrl, prefix }));
    closings.unshift(removeIndices);
  }
  await putProducts(
    database.pool,
    titles.map((title) => ({ title })),
  );
}, 60_000);
afterAll(async () => {
  for (const engine of engines) await engine.close();
  for (const close of closings) await close();
});

async function bringTo(language: SearchLanguage | undefined, logger = silent): Promise<void> {
  await bringToLanguage({ db: database.db, language, logger });
  for (const engine of engines) await engine.refresh();
}

async function readDocuments(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    'select product_id, head::text, document::text, name::text from search_documents order by product_id',
  );
  return rows;
}

/** Returns the answer, and checks that every engine gives the same one. */
async function find(text: string): Promise<{ titles: string[]; reading: string | null }> {
  const answers = await Promise.all(
    engines.map(async (engine) => {
      const { productIds, reading } = await engine.search({
        text,
        filters: {},
        sort: 'relevance',
        limit: 20,
      });
      const { rows } = await database.pool.query<{ title: string }>(
        'select title from unnest($1::int[]) with ordinality as found (product_id, place) join products using (product_id) order by place',
        [productIds],
      );
      return { titles: rows.map(({ title }) => title), reading };
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  return answers[0]!;
}
const found = async (text: string): Promise<string[]> => (await find(text)).titles.toSorted();

test('every language has a stemmer in both engines', async () => {
  const { rows } = await database.pool.query<{ dictname: string }>(
    'select dictname from pg_ts_dict where dictname = any($1)',
    [searchLanguages.map((language) => languages[language].stemmer)],
  );
  expect(rows).toHaveLength(searchLanguages.length);
  if (testSearchUrl === undefined) return;
  const connection = openSearchConnection(testSearchUrl);
  for (const language of searchLanguages) {
    const { analysis } = indexSettings(language) as { analysis: { filter: { stem: Json } } };
    const body = { tokenizer: 'standard', filter: [analysis.filter.stem], text: 'lampen' };
    await connection.ask({ method: 'POST', path: '/_analyze', body });
  }
  await connection.close();
});

test('German forms and spellings of a word find each other', async () => {
  await bringTo('german');
  for (const text of ['Lampe', 'Lampen', 'lampen'])
    expect(await found(text)).toEqual(['Lampe für Garten', 'Lampen aus Holz']);
  for (const text of ['Haus', 'Häuser', 'hauser'])
    expect(await found(text)).toEqual(['Haus für Vögel', 'Häuser aus Papier']);
});

test('ignores German stop words, with and without their accents', async () => {
  await bringTo('german');
  for (const text of ['Lampe für Garten', 'Lampe über den Garten', 'lampe fur garten']) {
    const { titles: first, reading } = await find(text);
    expect([first[0], reading]).toEqual(['Lampe für Garten', 'as-typed']);
  }
});

test('finds Russian words by their other forms, and ё by е', async () => {
  await bringTo('russian');
  for (const text of ['чайник', 'Чайники']) expect(await found(text)).toEqual(['Чайники для дачи']);
  for (const text of ['ёлка', 'елки']) expect(await found(text)).toEqual(['Ёлки для дома']);
});

test('the first word names the thing in French, and the last word in English', async () => {
  await bringTo('french');
  expect(await find('chaise bois')).toEqual({
    titles: ['Chaise pliante', 'Bois de chauffage'],
    reading: 'relaxed',
  });
  await bringTo('english');
  expect((await find('chaise bois')).titles[0]).toBe('Bois de chauffage');
});

test('finds every product after a change of the language, and again after the change back', async () => {
  await bringTo('english');
  const before = await readDocuments();
  for (const language of ['german', 'english'] as const) {
    await bringTo(language);
    for (const title of titles) expect(await found(title.split(' ')[0]!)).toContain(title);
  }
  expect(await readDocuments()).toEqual(before);
});

test('one of several nodes that start concurrently changes the language, and misses no product that is being written', async () => {
  await bringTo('english');
  const [id] = await putProducts(database.pool, [{ title: 'Candle' }]);
  const writer = await other.pool.connect();
  await writer.query('begin');
  await writer.query(`update products set title = 'Möbler' where product_id = $1`, [id]);
  const info = vi.fn();
  const start = ({ db }: typeof database) => bringToLanguage({ db, language: 'swedish', logger: { info } });
  const first = start(database);
  await expect.poll(() => isSomebodyWaiting(database.db)).toBe(true);
  const others = [other, database, other].map(start);
  await writer.query('commit');
  writer.release();
  await Promise.all([first, ...others]);
  expect(info).toHaveBeenCalledOnce();
  const written = await readDocuments();
  await database.pool.query('select put_search_documents(array_agg(product_id)) from products');
  expect(await readDocuments()).toEqual(written);
  await database.pool.query('delete from products where product_id = $1', [id]);
});

test('without a configured language, keeps the current one; a restored shop gets the language of its documents', async () => {
  await bringTo('german');
  const before = await readDocuments();
  const info = vi.fn();
  await bringToLanguage({ db: database.db, language: undefined, logger: { info } });
  expect(info).not.toHaveBeenCalled();
  await database.pool.query(
    'alter text search configuration kindred_search alter mapping replace german_stem with english_stem',
  );
  await bringTo(undefined);
  expect(await found('Häuser')).toContain('Haus für Vögel');
  expect(await readDocuments()).toEqual(before);
});

test('a node that is configured with another language warns', async () => {
  await bringTo('german');
  const error = vi.fn();
  const host = createVocabularyHost({
    db: database.db,
    notifications: { subscribe: () => () => undefined },
    logger: { error },
    language: 'english',
  });
  expect((await host.vocabulary()).language.name).toBe('german');
  expect(error).toHaveBeenCalledWith(
    { language: 'german' },
    'SEARCH_LANGUAGE is english here, but another node has changed search to german: set the same language on all nodes',
  );
  await host.close();
});
