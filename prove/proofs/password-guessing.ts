/**
 * @file Strangers guess the password of one account and request mails in its owner's name, by a simulated clock. Meanwhile the
 * owner logs in again and again.
 */
import { createRandom } from '@kindred/gnn';
import {
  createMember,
  goodPassword,
  type Member,
  mailsTo,
  tokenMailedTo,
} from '../../apps/server/src/testing/account-fixture.ts';
import { quickPasswords } from '../../apps/server/src/testing/quick-passwords.ts';
import { createTestShop, smallSize, type TestShop } from '../../apps/server/src/testing/test-shop.ts';
import { defineProof } from '../proof.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Concurrent requests of strangers. */
const together = 16;
const mostTriesADay = 100;
/** Links of a kind are valid for an hour and mailed again after 10, 20, 45, 45, ... minutes. */
const mostMailsADay = 34;

const askForMail = ['/auth/login-link', '/auth/forgot-password', '/auth/register'];

export const proof = defineProof({
  summary:
    'Strangers at a thousand addresses get at most 100 tries a day on one account, while its owner logs in on the first try: on a known device by the password, on a new device by a mail.',
  seed: 1,
  parameters: {
    addresses: 1_000,
    hours: 24,
    minutesBetweenTries: 20,
    minutesBetweenMails: 2,
    ownerVisits: 48,
  },
  short: { addresses: 60, hours: 2, minutesBetweenTries: 10, minutesBetweenMails: 10, ownerVisits: 6 },
  needsDatabase: true,

  async run({ seed, parameters, signal, report }) {
    const random = createRandom(seed);
    const { addresses, hours, minutesBetweenTries, minutesBetweenMails, ownerVisits } = parameters;
    const start = Date.UTC(2026, 0, 5);
    const end = start + hours * hourMs;
    let now = start;
    const tried: number[] = [];
    const shop = await createTestShop({
      size: smallSize,
      clock: () => new Date(now),
      passwords: {
        ...quickPasswords,
        // Wrong passwords only occur on the attacked account.
        async verify(hash, password) {
          if (hash !== quickPasswords.hashOfNobody && password.startsWith('guess ')) tried.push(now);
          return quickPasswords.verify(hash, password);
        },
      },
    });
    const violations: string[] = [];
    try {
      const owner = await createMember(shop);
      const { email } = owner;
      const figures = { tries_asked_for: 0, owner_visits: 0, let_in_by_password: 0, let_in_by_mail: 0 };
      const visits = Array.from(
        { length: ownerVisits },
        (_, index) => start + ((index + random.float()) * (end - start)) / ownerVisits,
      );
      const addressOf = (index: number) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
      let nextMail = start;

      for (let step = 0; now < end; step++) {
        signal.throwIfAborted();
        now = Math.round(start + (step * together * minutesBetweenTries * minuteMs) / addresses);
        const strangers = Array.from({ length: together }, (_, index) =>
          addressOf((step * together + index) % addresses),
        );
        await Promise.all(
          strangers.map((address) => guess(shop, { email, address, guess: `guess ${step} ${address}` })),
        );
        figures.tries_asked_for += together;
        if (now >= nextMail) {
          nextMail += minutesBetweenMails * minuteMs;
          for (const path of askForMail)
            await post(shop, path, addressOf(random.below(addresses)), {
              email,
              ...(path.endsWith('register') && { password: goodPassword }),
            });
          await shop.services.jobs.runDue();
        }
        for (; visits[0] !== undefined && visits[0] <= now; visits.shift()) {
          const when = `${((now - start) / hourMs).toFixed(1)} hours in, seed ${seed}`;
          const came = await comeAndGo(shop, owner, `192.0.2.${figures.owner_visits % 250}`);
          figures.owner_visits += 1;
          figures.let_in_by_password += Number(came.enteredBy === 'password');
          figures.let_in_by_mail += Number(came.enteredBy === 'mail');
          for (const complaint of came.complaints) violations.push(`${when}: ${complaint}`);
        }
        if (step % 500 === 0)
          report(`${((now - start) / hourMs).toFixed(1)} of ${hours} hours: ${tried.length} tries`);
      }

      const mostInADay = Math.max(
        0,
        ...tried.map((from) => tried.filter((at) => at >= from && at < from + dayMs).length),
      );
      if (mostInADay > mostTriesADay) violations.push(`${mostInADay} tries within 24 hours, seed ${seed}`);
      if (tried.length === 0)
        violations.push(`no stranger could try a password, so the run shows nothing, seed ${seed}`);
      const mails = countByKind(await mailsTo(shop.db, email));
      // After a used link the next mails come sooner.
      for (const [kind, count] of Object.entries(mails))
        if (count > (mostMailsADay * Math.max(24, hours)) / 24 + 3 * figures.let_in_by_mail)
          violations.push(`${count} mails of the kind ${kind}, seed ${seed}`);
      return {
        figures: { ...figures, tries: tried.length, most_tries_in_24_hours: mostInADay, mails },
        violations,
      };
    } finally {
      await shop.close();
    }
  },
});

function post(shop: TestShop, path: string, remoteAddress: string, payload: object) {
  return shop.app.inject({ method: 'POST', url: `/api/v1${path}`, remoteAddress, payload });
}

async function guess(
  shop: TestShop,
  { email, address, guess: password }: { email: string; address: string; guess: string },
): Promise<void> {
  const { statusCode } = await post(shop, '/auth/login', address, { email, password });
  if (statusCode !== 401 && statusCode !== 429) throw new Error(`A guess was answered ${statusCode}.`);
}

/** The owner logs in on a known device, confirms the password within the session, and logs in on a new device. */
async function comeAndGo(shop: TestShop, { email, browser, send }: Member, address: string) {
  const credentials = { email, password: goodPassword };
  const complaints: string[] = [];
  const known = await browser.send('POST', '/auth/login', credentials);
  if (known.status !== 200) complaints.push(`the owner's own device was answered ${known.status}`);
  const typingError = { current_password: 'mistyped', password: goodPassword };
  const within = await send('POST', '/me/password', typingError);
  if (within.status !== 403) complaints.push(`the owner's own session was answered ${within.status}`);

  const fresh = await post(shop, '/auth/login', address, credentials);
  if (fresh.statusCode === 200) return { complaints, enteredBy: 'password' as const };
  if (fresh.statusCode !== 429) complaints.push(`a new device was answered ${fresh.statusCode}`);
  await post(shop, '/auth/login-link', address, { email });
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'log-in');
  const used = await post(shop, '/auth/login-link/use', address, { token });
  if (used.statusCode !== 200) complaints.push(`the link of the newest mail was answered ${used.statusCode}`);
  return { complaints, enteredBy: 'mail' as const };
}

function countByKind(mails: readonly { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of mails) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
