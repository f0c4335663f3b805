import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSmtpMailer } from '../../../adapters/smtp-mailer.ts';
import { createJobRunner } from '../../../platform/jobs/job-runner.ts';
import { type Database, openDatabase, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Mailer } from '../../../ports/mailer.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { deliverMail } from './deliver-mail.ts';
import type { MailOf } from './mail.ts';
import { mailJobs } from './mail-jobs.ts';
import { queueMail } from './queue-mail.ts';

let testDatabase: TestDatabase;
let db: Database;
let closeDatabase: () => Promise<void>;
const logged: unknown[] = [];
const logger = {
  warn: (...line: unknown[]) => void logged.push(line),
  error: (...line: unknown[]) => void logged.push(line),
  debug: (...line: unknown[]) => void logged.push(line),
};
const sender = async () => ({ name: 'Kindred', logoUrl: null, company: 'Example Company, 1 Example Street' });
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const { db: opened, close } = openDatabase({ connectionString: testDatabase.connectionString, max: 8 });
  db = opened;
  closeDatabase = close;
});
beforeEach(async () => {
  await db.execute(sql`truncate mails`);
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  logged.length = 0;
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(async () => {
  await closeDatabase();
  await testDatabase.drop();
});

/** Starts a mail server on this machine, which keeps the mails that it gets. */
async function openSmtpServer(options: SMTPServerOptions = {}, port = 0) {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
    ...options,
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const close = () => new Promise<void>((closed) => server.close(closed));
  closers.unshift(close);
  return { received, port: (server.server.address() as AddressInfo).port, close };
}

function mailerTo(port: number, from = 'shop@kindred.test'): Mailer {
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from });
  closers.push(() => mailer.close());
  return mailer;
}

function runnerWith(mailer: Mailer) {
  return createJobRunner({
    pool: db.pool,
    logger,
    handlers: mailJobs({ db, mailer, logger, sender }),
    schedules: [],
  });
}

const hello: MailOf = {
  kind: 'newsletter-welcome',
  recipient: 'ada@shop.test',
  data: { unsubscribe_link: 'http://shop.test/newsletter/unsubscribe?token=abc' },
};

async function mailRow() {
  const { rows } = await db.execute<{
    mail_id: string;
    state: string;
    attempts: number;
    last_error: string | null;
    html: string | null;
    data: Record<string, unknown>;
    sent_at: string | null;
  }>(sql`select mail_id, state, attempts, last_error, html, data, sent_at from mails`);
  expect(rows).toHaveLength(1);
  return rows[0];
}

/** Skips the time that the queue waits before the next attempt. */
/** A run may end before the result of its last job is stored, which is also when the job is deferred. */
async function skipWaiting(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rowCount } = await db.execute(
        sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null`,
      );
      expect(rowCount).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 5 },
  );
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

test('keeps the name of a sender that has one', async () => {
  const server = await openSmtpServer();
  await queueMail(db, hello);
  await runnerWith(mailerTo(server.port, 'Post room <post@kindred.test>')).runDue();
  expect(server.received[0]!.from?.text).toBe('"Post room" <post@kindred.test>');
});

test('hands a mail over as HTML and as plain text', async () => {
  const server = await openSmtpServer();
  await queueMail(db, hello);
  await runnerWith(mailerTo(server.port)).runDue();

  const row = await mailRow();
  expect(row).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
  // The content is deleted, because its link gives access.
  expect([row.html, row.data]).toEqual([null, {}]);
  expect(row.sent_at).not.toBeNull();
  expect(server.received).toHaveLength(1);
  const [mail] = server.received;
  expect(mail.from?.text).toBe('"Kindred" <shop@kindred.test>');
  expect([mail.to].flat()[0]?.text).toBe('ada@shop.test');
  expect(mail.subject).toBe('You are subscribed');
  expect(mail.messageId).toBe(`<${row.mail_id}@kindred.test>`);
  expect(mail.html).toContain('You are subscribed</h1>');
  expect(mail.text).toContain('Unsubscribe: http://shop.test/newsletter/unsubscribe?token=abc');
  expect(mail.headerLines.map(({ line }) => line)).toContain(
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  );
});

test('is queued only if the transaction commits', async () => {
  await withTransaction(db, async (tx) => {
    await queueMail(tx, hello);
    throw new Error('the order could not be placed');
  }).catch(() => undefined);
  const { rows } = await db.execute(sql`select from mails union all select from graphile_worker.jobs`);
  expect(rows).toHaveLength(0);
});

test('is queued once per key', async () => {
  const server = await openSmtpServer();
  await queueMail(db, { ...hello, onceKey: 'welcome:1' });
  await withTransaction(db, (tx) => queueMail(tx, { ...hello, onceKey: 'welcome:1' }));
  await runnerWith(mailerTo(server.port)).runDue();
  expect((await mailRow()).state).toBe('sent');
  expect(server.received).toHaveLength(1);
});

test('tries again if the server says “later”', async () => {
  let isBusy = true;
  const server = await openSmtpServer({
    onRcptTo: ({ address }, _session, done) => done(isBusy ? refusal(451, `${address}: later`) : null),
  });
  const runner = runnerWith(mailerTo(server.port));
  await queueMail(db, hello);
  await runner.runDue();
  expect(await mailRow()).toMatchObject({ state: 'queued', attempts: 1 });
  expect((await mailRow()).last_error).toContain('451');
  expect(JSON.stringify(logged)).not.toContain('ada@shop.test');

  isBusy = false;
  await skipWaiting();
  await runner.runDue();
  expect(await mailRow()).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
  expect(server.received).toHaveLength(1);
});

test('waits until a server that is down is back', async () => {
  const first = await openSmtpServer();
  await first.close();
  const runner = runnerWith(mailerTo(first.port));
  await queueMail(db, hello);
  await runner.runDue();
  expect(await mailRow()).toMatchObject({ state: 'queued', attempts: 1 });

  const second = await openSmtpServer({}, first.port);
  await skipWaiting();
  await runner.runDue();
  expect((await mailRow()).state).toBe('sent');
  expect(second.received).toHaveLength(1);
});

test('gives up immediately if the server permanently rejects the address', async () => {
  const server = await openSmtpServer({
    onRcptTo: ({ address }, _session, done) => done(refusal(550, `${address} is unknown`)),
  });
  await queueMail(db, hello);
  await runnerWith(mailerTo(server.port)).runDue();
  expect(await mailRow()).toMatchObject({ state: 'failed', attempts: 1, sent_at: null });
  expect(JSON.stringify(logged)).toContain('550');
  expect(JSON.stringify(logged)).not.toContain('ada@shop.test');
});

test('gives up after the last attempt', async () => {
  const mailer: Mailer = {
    isOutbox: false,
    send: () => Promise.reject(new Error('no')),
    check: async () => undefined,
    close: async () => undefined,
  };
  await queueMail(db, hello);
  const { mail_id: mailId } = await mailRow();
  await deliverMail({ db, mailer, logger, sender, mailId, attempt: { number: 25, isLast: true } });
  expect(await mailRow()).toMatchObject({ state: 'failed', attempts: 1, last_error: 'no' });
});

test('two concurrent workers send a mail once, however slow the server is', async () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const server = await openSmtpServer({
    onRcptTo: (_address, _session, done) => {
      asked.resolve();
      void answer.promise.then(() => done());
    },
  });
  const mailer = mailerTo(server.port);
  await queueMail(db, hello);
  const { mail_id: mailId } = await mailRow();
  const attempt = { number: 1, isLast: false };
  const first = deliverMail({ db, mailer, logger, sender, mailId, attempt });
  await asked.promise;
  await deliverMail({ db, mailer, logger, sender, mailId, attempt });
  expect((await mailRow()).state).toBe('queued');
  answer.resolve();
  await first;
  await deliverMail({ db, mailer, logger, sender, mailId, attempt });
  expect(await mailRow()).toMatchObject({ state: 'sent', attempts: 1 });
  expect(server.received).toHaveLength(1);
});

test('a mail is not sent if the server disconnects in the middle', async () => {
  const sockets = new Set<Socket>();
  const rude = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.end('220 good day\r\n');
  });
  await new Promise<void>((ready) => rude.listen(0, '127.0.0.1', ready));
  closers.push(() => rude.close());
  await queueMail(db, hello);
  await runnerWith(mailerTo((rude.address() as AddressInfo).port)).runDue();
  expect(await mailRow()).toMatchObject({ state: 'queued', attempts: 1 });
});

test('a mail whose job was lost gets a new one, and a mail that waits keeps its own', async () => {
  const server = await openSmtpServer();
  const runner = runnerWith(mailerTo(server.port));
  await queueMail(db, hello);
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  await db.execute(sql`select graphile_worker.add_job('requeue-stranded-mails')`);
  await runner.runDue();
  await runner.runDue();
  expect((await mailRow()).state).toBe('sent');

  await db.execute(sql`truncate mails`);
  await queueMail(db, hello);
  await db.execute(sql`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`);
  await db.execute(sql`select graphile_worker.add_job('requeue-stranded-mails')`);
  await runner.runDue();
  expect((await mailRow()).state).toBe('queued');
  expect(server.received).toHaveLength(1);
});
