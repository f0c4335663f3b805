/** @file The pages about the shop, the newsletter, and the page for a missing address. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createApiMerchant } from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { openDemoShop } from './open-demo-shop.ts';
import { startShop } from './shop-process.ts';

const shop = openDemoShop();
const { visit } = shop;

const phone = { width: 360, height: 780 };
const slugs = ['about', 'help', 'delivery', 'returns', 'privacy', 'terms', 'contact', 'accessibility'];

/** Waits for a mail to an address and returns its link to a path. */
async function mailedLink(email: string, path: string): Promise<string> {
  await expect.poll(() => findLink(email, path), { timeout: 20_000 }).toBeDefined();
  return (await findLink(email, path))!;
}

async function findLink(email: string, path: string): Promise<string | undefined> {
  const outbox = await (await fetch(`${shop.url}/outbox`)).text();
  for (const [, id, rest] of outbox.matchAll(/href="(\/outbox\/[\w-]+)"([\s\S]*?)<\/a>/g)) {
    if (!rest?.includes(email)) continue;
    const mail = await (await fetch(shop.url + id)).text();
    const [link] = new RegExp(`${path}\\?token=[\\w-]+`).exec(mail) ?? [];
    if (link) return link;
  }
  return undefined;
}

test('every page about the shop is complete, has a title and is accessible', async () => {
  await visit(
    async (page) => {
      for (const slug of slugs) {
        const answer = await page.goto(`/${slug}`);
        expect(answer?.status(), slug).toBe(200);
        const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
        expect(await page.title()).toBe(`${heading} · Kindred`);
        expect(await page.locator('main').textContent()).toMatch(/Last updated \d+ \w+ \d{4}/);
        const overhang = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        expect(overhang, slug).toBeLessThanOrEqual(0);
      }
    },
    { viewport: phone },
  );
  await visit(async (page) => {
    await page.goto('/help');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const folded = contents.locator('summary');
    if (await folded.isVisible()) await folded.click();
    await contents.getByRole('link', { name: 'Your account' }).click();
    expect(new URL(page.url()).hash).toBe('#your-account');
  });
});

test('the footer leads to what is reduced and what is new', async () => {
  await visit(async (page) => {
    for (const name of ['Deals', 'New']) {
      await page.goto('/about');
      await page.getByRole('navigation', { name: 'Footer' }).getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor();
    }
  });
});

test('at every width, each department that Tab reaches in the bar is in view, without JavaScript too', async () => {
  for (const javaScriptEnabled of [true, false])
    await visit(
      async (page) => {
        await page.goto('/about');
        const bar = page.getByRole('navigation', { name: 'Popular departments' });
        const counts: number[] = [];
        for (const width of [1024, 1100, 1180, 1280, 1366, 1440, 1600, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          const { shown, outside } = await bar.evaluate((nav) => {
            const row = nav.querySelector('ul')!.getBoundingClientRect();
            const links = [...nav.querySelectorAll('ul a')].filter(
              (link) => link.getClientRects().length > 0,
            );
            return {
              shown: links.length,
              outside: links
                .filter((link) => {
                  const { top, bottom, right } = link.getBoundingClientRect();
                  return top < row.top || bottom > row.bottom || right > row.right;
                })
                .map((link) => link.textContent),
            };
          });
          expect(outside, `${width} px`).toEqual([]);
          counts.push(shown);
        }
        expect(counts[0]).toBeGreaterThan(5);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        expect(counts.at(-1)).toBeGreaterThan(counts[0]!);
      },
      { javaScriptEnabled },
    );
});

test('the manual of the API opens, and nothing in it is blocked', async () => {
  await visit(async (page) => {
    await page.goto('/api/v1/docs');
    await page.getByRole('heading', { name: 'Kindred' }).waitFor();
    await page.locator('.opblock-summary-control').first().click();
    await page.locator('.opblock-body').first().waitFor();
  });
});

test('the delivery page shows what the checkout offers', async () => {
  const { items } = (await (await fetch(`${shop.url}/api/v1/shipping-methods`)).json()) as {
    items: { name: string; price: { amount_minor: number }; min_days: number; max_days: number }[];
  };
  expect(items.length).toBeGreaterThan(0);
  await visit(async (page) => {
    await page.goto('/delivery');
    for (const { name, price } of items) {
      const method = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name, exact: true }) });
      expect(await method.textContent()).toContain(`$${(price.amount_minor / 100).toFixed(2)}`);
    }
  });
});

test('only a button starts or ends the newsletter; a link that a mail program opens changes nothing', async () => {
  const email = `${randomUUID()}@example.com`;
  const subscribers = async () => (await findLink(email, '/newsletter/unsubscribe')) !== undefined;
  await visit(async (page) => {
    await page.goto('/about');
    const form = page.getByRole('contentinfo').locator('form').filter({ hasText: 'Newsletter' });
    await form.getByRole('textbox').fill('nobody');
    await form.getByRole('button', { name: 'Subscribe' }).click();
    await form.getByText('Enter an email address like name@example.com').waitFor();
    expect(await form.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await form.getByRole('textbox').inputValue()).toBe('nobody');
    await form.getByRole('textbox').fill(email);
    await page.keyboard.press('Enter');
    await form.getByText('Check your inbox').waitFor();
    expect(new URL(page.url()).pathname).toBe('/about');

    const confirm = await mailedLink(email, '/newsletter/confirm');
    for (let opened = 0; opened < 2; opened++) await fetch(shop.url + confirm);
    expect(await subscribers()).toBe(false);
    await page.goto(confirm);
    await expectAccessible(page);
    await page.getByRole('main').getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('heading', { level: 1, name: 'You are subscribed' }).waitFor();

    const unsubscribe = await mailedLink(email, '/newsletter/unsubscribe');
    await page.goto(unsubscribe);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await page.getByRole('heading', { level: 1, name: 'You are unsubscribed' }).waitFor();
  });
});

test('the newsletter works without JavaScript, and one POST of a mail program ends it', async () => {
  const email = `${randomUUID()}@example.com`;
  await visit(
    async (page) => {
      await page.goto('/');
      const form = page.getByRole('contentinfo').locator('form').filter({ hasText: 'Newsletter' });
      await form.getByRole('textbox').fill(email);
      await form.getByRole('button', { name: 'Subscribe' }).click();
      await page.getByRole('main').getByText('Check your inbox').waitFor();
      await page.goto(await mailedLink(email, '/newsletter/confirm'));
      await page.getByRole('main').getByRole('button', { name: 'Subscribe' }).click();
      await page.getByRole('heading', { level: 1, name: 'You are subscribed' }).waitFor();
    },
    { javaScriptEnabled: false },
  );

  const link = await mailedLink(email, '/newsletter/unsubscribe');
  const oneClick = (address: string) =>
    fetch(shop.url + address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const answer = await oneClick(link);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(await answer.text()).toContain('You are unsubscribed');
  expect((await oneClick('/newsletter/unsubscribe?token=nobodys')).status).toBe(400);
});

test('the page of a missing address has one title and links to go on', async () => {
  for (const path of ['/nowhere', '/p/2147483647/gone', '/c/nothing']) {
    const answer = await fetch(shop.url + path);
    const html = await answer.text();
    expect([path, answer.status, html.match(/<title[^>]*>[^<]*/g)]).toEqual([
      path,
      404,
      ['<title>Page not found · Kindred'],
    ]);
  }
  await visitNotFound(async (page) => {
    await page.goto('/nowhere');
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'Shop by department' }).waitFor();
    expect(await main.getByRole('article').count()).toBeGreaterThan(3);
    await main.getByRole('combobox').fill('mug');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Results for “mug”' }).waitFor();
  });
});

test('a brand with a mistyped name leads to the brand that is meant', async () => {
  const [{ name, product_count: count }] = await fetch(`${shop.url}/api/v1/brands?like=norrvik`)
    .then((answer) => answer.json() as Promise<{ items: { name: string; product_count: number }[] }>)
    .then(({ items }) => items);
  const answer = await fetch(`${shop.url}/b/nörrVIK?sort=rating`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `/b/${name}?sort=rating`]);

  expect((await fetch(`${shop.url}/b/Norvik?in_stock=1`)).status).toBe(404);
  await visitNotFound(async (page) => {
    await page.goto('/b/Norvik');
    await page.getByRole('heading', { level: 1, name: 'We sell nothing of “Norvik”' }).waitFor();
    await page
      .getByRole('list', { name: 'Brands with similar names' })
      .getByRole('link', { name: `${name} ${count} products` })
      .click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });
});

test('the page of a brand leads to each of its kinds, with the number of its products there', async () => {
  await visit(async (page) => {
    await page.goto('/b/Norrvik');
    const kinds = page.getByRole('navigation', { name: 'Kinds of Norrvik' }).getByRole('link');
    const counts = await kinds.evaluateAll((all) =>
      all.map((link) => Number(/(\d[\d,]*)$/.exec(link.textContent ?? '')?.[1])),
    );
    expect(counts.length).toBeGreaterThan(1);
    expect(await kinds.locator('img').count()).toBe(counts.length);
    const total = page.getByRole('main').getByRole('status');
    expect(await total.textContent()).toBe(`${counts.reduce((sum, count) => sum + count)} products`);

    // Its count is true, and the same while the list is narrowed.
    const smallest = kinds.last();
    const name = (await smallest.textContent())!;
    await smallest.click();
    await page.waitForURL(/[?&]category=/);
    await expect.poll(() => total.textContent()).toMatch(new RegExp(`^${counts.at(-1)} products?$`));
    await expect.poll(() => smallest.getAttribute('aria-current')).toBe('page');
    expect(await smallest.textContent()).toBe(name);
    await expect
      .poll(() => page.getByRole('main').getByRole('article').count())
      .toBe(Math.min(24, counts.at(-1)!));
  });
});

test('the merchant’s changes are on the next page of every node', async () => {
  const merchant = await createApiMerchant(shop.url, { KINDRED_DATA_DIR: shop.dataDir });
  const other = await startShop({ KINDRED_DATA_DIR: shop.dataDir });
  const titleAt = async (url: string) =>
    /<title>([^<]*)/.exec(await (await fetch(`${url}/contact`)).text())?.[1];
  try {
    expect(await titleAt(other.url)).toBe('Contact · Kindred');
    await merchant.send('PATCH', '/admin/shop', {
      name: 'Fern & Co',
      company: { legal_name: 'Fern & Co Ltd' },
      announcement: { text: 'Closed on Monday', href: '/contact' },
    });
    expect(await titleAt(shop.url)).toBe('Contact · Fern &amp; Co');
    await expect.poll(() => titleAt(other.url), { timeout: 5_000 }).toBe('Contact · Fern &amp; Co');
    await merchant.send('PUT', '/admin/shop/pages/about', {
      title: 'Who we are',
      description: 'A family of gardeners.',
      body: '## Since 1998\n\nWe are **{{legal_name}}**. <script>alert(1)</script>',
    });
    await visit(async (page) => {
      await page.goto('/about');
      expect(await page.title()).toBe('Who we are · Fern & Co');
      await page.getByRole('link', { name: 'Fern & Co, home' }).first().waitFor();
      await page.getByRole('link', { name: 'Closed on Monday' }).waitFor();
      expect(await page.getByRole('main').textContent()).toContain(
        'We are Fern & Co Ltd. <script>alert(1)</script>',
      );
      expect(await page.getByText('This is a demonstration shop').count()).toBe(0);
      expect(await page.getByRole('contentinfo').textContent()).toMatch(/© \d{4} Fern & Co Ltd/);
    });
  } finally {
    await other.stop();
  }
});

/** Ignores the console's report that the page itself is a 404. */
async function visitNotFound(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await shop.browser.newContext({ baseURL: shop.url });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}
