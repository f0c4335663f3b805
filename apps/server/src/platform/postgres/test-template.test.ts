import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../testing/postgres/test-database.ts';
import { findTestServer, onServer, testPrefix } from '../../testing/postgres/test-server.ts';
import { ensureTemplate, sweepTestDatabases } from '../../testing/postgres/test-template.ts';

const { connectionString: server, migrated } = findTestServer();
const newName = () => `${testPrefix}made_for_a_test_${randomBytes(5).toString('hex')}`;
const made: string[] = [];

afterAll(async () => {
  await onServer(server, async (client) => {
    for (const name of made) await client.query(`drop database if exists ${name}`);
  });
});

function newTemplate(fill: (connectionString: string) => Promise<unknown>) {
  const name = newName();
  made.push(name);
  return { name, from: migrated, fill };
}

const databases = () =>
  onServer(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    return rows.map(({ datname }) => datname);
  });

test('is filled once for all concurrent callers, and copied with its content', async () => {
  let fills = 0;
  const template = newTemplate((connectionString) =>
    onServer(connectionString, async (client) => {
      fills++;
      await client.query('create table filled as select 7 as number');
      return { password: "it's kept" };
    }),
  );
  const asked = await Promise.all([1, 2, 3].map(() => ensureTemplate(server, template)));
  expect(fills).toBe(1);
  for (const { name, note } of asked) {
    expect(name).toBe(template.name);
    expect(note).toEqual({ password: "it's kept" });
  }
  const copy = await createTestDatabase({ template: template.name });
  await onServer(copy.connectionString, async (client) => {
    expect((await client.query('select number from filled')).rows).toEqual([{ number: 7 }]);
  });
  await copy.drop();
});

test('does not exist after its filling failed, and the next caller fills it', async () => {
  const template = newTemplate(async () => 'filled');
  const failing = { ...template, fill: () => Promise.reject(new Error('no more room')) };
  await expect(ensureTemplate(server, failing)).rejects.toThrow('no more room');
  expect(await databases()).not.toContain(template.name);
  expect(await ensureTemplate(server, template)).toEqual({ name: template.name, note: 'filled' });
});

test('is dropped after a day; databases of a killed run are dropped after an hour', async () => {
  const hour = Math.floor(Date.now() / 1000) - 3_700;
  const left = `${testPrefix}${hour}_${randomBytes(5).toString('hex')}`;
  const fresh = newTemplate(async () => undefined);
  const old = newTemplate(async () => undefined);
  await ensureTemplate(server, fresh);
  await ensureTemplate(server, old);
  await onServer(server, async (client) => {
    await client.query(`create database ${left} template ${migrated}`);
    const yesterday = JSON.stringify({ madeAt: hour - 24 * 3600 });
    await client.query(`comment on database ${old.name} is '${yesterday}'`);
  });
  await sweepTestDatabases(server);
  const names = await databases();
  expect(names).toContain(fresh.name);
  expect(names).toContain(migrated);
  expect(names).not.toContain(old.name);
  expect(names).not.toContain(left);
});
