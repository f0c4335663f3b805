/** @file A shopper who searches, in a real browser, on the demo catalogue. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemoShop } from './open-demo-shop.ts';

const shop = openDemoShop();
const { visit } = shop;

const fieldOf = (page: Page): Locator => page.getByRole('combobox', { name: 'Search products' });

/** Waits until the page's scripts run, because only then the field is a combobox. */
async function openWithField(page: Page, path = '/'): Promise<Locator> {
  await page.goto(path);
  const field = fieldOf(page);
  await field.waitFor();
  return field;
}

const optionsOf = (page: Page): Locator => page.getByRole('listbox').getByRole('option');

/** Returns the address of the option that Enter would follow: the field refers to it, and it is the selected one. */
async function activeOption(page: Page): Promise<string | null> {
  const id = await fieldOf(page).getAttribute('aria-activedescendant');
  const selected = page.getByRole('listbox').getByRole('option', { selected: true });
  if (id === null) {
    expect(await selected.count()).toBe(0);
    return null;
  }
  expect(await selected.getAttribute('id')).toBe(id);
  return selected.getAttribute('href');
}

test('a shopper chooses a suggested search with only the keyboard', async () => {
  await visit(async (page) => {
    const field = await openWithField(page);
    await field.focus();
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('ceram');
    await optionsOf(page).first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await activeOption(page)).toBeNull();

    const hrefs = await optionsOf(page).evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    await page.keyboard.press('ArrowDown');
    expect(await activeOption(page)).toBe(hrefs[0]);
    await page.keyboard.press('ArrowUp');
    expect(await activeOption(page)).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await activeOption(page)).toBe(hrefs.at(-1));
    await page.keyboard.press('Home');
    expect(await activeOption(page)).toBe(hrefs[0]);
    expect(await field.inputValue()).toBe('ceram');

    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Results for “ceramic/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toMatch(/^ceramic/);
    expect(await optionsOf(page).count()).toBe(0);
    expect(await field.inputValue()).toMatch(/^ceramic/);
    expect(await page.locator('main article mark').first().textContent()).toMatch(/^ceramic/i);
  });
});

test('Escape closes the list and keeps the words; Enter without a choice searches for them', async () => {
  await visit(async (page) => {
    const field = await openWithField(page);
    await field.pressSequentially('lamp');
    await optionsOf(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await optionsOf(page).count()).toBe(0);
    expect(await field.inputValue()).toBe('lamp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Results for “lamp”' }).waitFor();
  });
});

test('a suggested product opens on a tap, and the field is emptied', async () => {
  await visit(
    async (page) => {
      const field = await openWithField(page);
      await field.tap();
      await field.pressSequentially('ceramic');
      const product = page.getByRole('group', { name: 'Products' }).getByRole('option').first();
      const title = (await product.locator('span span').nth(1).textContent()) ?? '';
      const box = (await page.getByRole('listbox').boundingBox())!;
      expect([box.x, box.width]).toEqual([0, 390]);
      await product.tap();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await field.inputValue()).toBe('');
    },
    { viewport: { width: 390, height: 800 }, hasTouch: true },
  );
});

test('a late answer does not replace the suggestions for a newer text', async () => {
  await visit(async (page) => {
    const field = await openWithField(page);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/suggest\?q=lam&/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const asked = page.waitForRequest(/suggest\?q=lam&/);
    await field.pressSequentially('lam');
    await asked;
    await field.fill('mug');
    await page.getByRole('option', { name: /mug/i }).first().waitFor();
    // The number of results comes later, in the last row.
    await page.getByRole('option', { name: /^See all \d+ results for “mug”$/ }).waitFor();
    const shown = await optionsOf(page).allTextContents();
    letGo();
    await field.press('ArrowDown');
    await page.waitForLoadState('networkidle');
    expect(await optionsOf(page).allTextContents()).toEqual(shown);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`search reports and corrects a typing error, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    await visit(
      async (page) => {
        await page.goto('/');
        const field = page.getByLabel('Search products').locator('visible=true');
        await field.fill('ceramci');
        await field.press('Enter');
        await page.getByRole('heading', { level: 1, name: 'Results for “ceramic”' }).waitFor();
        await page.locator('main article:visible').first().waitFor();
        const mended = page.getByRole('main').getByRole('link', { name: 'ceramic', exact: true });
        await mended.click();
        await page.waitForURL(/[?&]q=ceramic(&|$)/);
        await mended.waitFor({ state: 'detached' });
        await page.getByRole('heading', { level: 1, name: 'Results for “ceramic”' }).waitFor();
      },
      { javaScriptEnabled },
    );
  });
}

test('says how many products match all words, how many match some, and the total', async () => {
  await visit(async (page) => {
    await page.goto('/search?q=black+watch');
    const notice = page.getByText(/match(es)? all your words\./);
    const [, whole, others] =
      /^(\d+) products match all your words\. The other (\d+) match some of them\.$/.exec(
        (await notice.textContent())!,
      )!;
    await page.getByText(`${Number(whole) + Number(others)} products`, { exact: true }).waitFor();
    expect(
      await page
        .locator('main article')
        .nth(Number(whole) - 1)
        .textContent(),
    ).toMatch(/black/i);
    expect(await page.locator('main article').nth(Number(whole)).textContent()).toMatch(/watch|chronograph/i);
  });
});

test('a suggested category names its parent, and the last row leads to all results', async () => {
  await visit(async (page) => {
    const field = await openWithField(page);
    await field.pressSequentially('coffee');
    await page.getByRole('option', { name: 'Coffee & Tea in Pantry' }).waitFor();
    const all = page.getByRole('option', { name: /^See all \d+ results for “coffee”$/ });
    const [, count] = /all (\d+) results/.exec((await all.textContent())!)!;
    await field.press('ArrowUp');
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Results for “coffee”' }).waitFor();
    await page.getByText(`${count} products`, { exact: true }).waitFor();
  });
});

test('an empty field lists the recent searches, which the shopper can remove', async () => {
  await visit(async (page) => {
    for (const words of ['mug', 'lamp']) await page.goto(`/search?q=${words}`, { waitUntil: 'networkidle' });
    const field = await openWithField(page);
    await field.press('ArrowDown');
    const recent = page.getByRole('group', { name: 'Recent searches' }).getByRole('option');
    expect(await recent.allTextContents()).toEqual(['lamp', 'mug', 'Clear recent searches']);
    await field.press('Delete');
    await expect.poll(() => recent.allTextContents()).toEqual(['mug', 'Clear recent searches']);
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Results for “mug”' }).waitFor();
  });
});

test('on the page of a department, the first suggestion searches only there', async () => {
  await visit(async (page) => {
    const department = await page.request
      .get('/api/v1/categories')
      .then((answer) => answer.json())
      .then(({ items }) => items.find((one: { name: string }) => one.name === 'Kitchen & Dining'));
    const field = await openWithField(page, `/c/${department.slug}`);
    await field.pressSequentially('mug');
    await page.getByRole('option', { name: '“mug” in Kitchen & Dining' }).click();
    await page.waitForURL(/category=/);
    await page.getByRole('heading', { level: 1, name: 'Results for “mug”' }).waitFor();
  });
});

/** Follows the links to further pages, and compares what each says about its place with its cards. Returns the texts of all cards. */
async function cardsOfAllPages(page: Page): Promise<{ texts: string[]; pages: number }> {
  const cards = page.getByRole('main').getByRole('article');
  const total = await totalOf(page);
  const texts: string[] = [];
  const hrefs: (string | null)[] = [];
  for (let pages = 1; ; pages++) {
    texts.push(...(await cards.allTextContents()));
    hrefs.push(
      ...(await cards
        .locator('h3 a')
        .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname))),
    );
    const next = page.getByRole('link', { name: 'Load more' });
    if ((await next.count()) === 0) {
      expect(new Set(hrefs).size).toBe(total);
      return { texts, pages };
    }
    const before = pages === 1 ? '' : `${(pages - 1) * 24 + 1} to `;
    await page.getByText(`${before}${texts.length} of ${total} products`, { exact: true }).waitFor();
    await next.click();
    await page.waitForURL((url) => url.searchParams.get('page') === String(pages + 1));
    expect(await totalOf(page)).toBe(total);
  }
}

/** The number of products that the list says it has. */
const totalOf = async (page: Page): Promise<number> =>
  numberIn(await page.getByRole('main').getByRole('status').textContent());

const numberIn = (text: string | null): number => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replace(',', ''));

const pricesIn = (texts: readonly string[]): number[] =>
  texts.map((text) => Number(/\$([\d,.]+\.\d\d)/.exec(text)![1]!.replace(',', '')));

test('without JavaScript, a visitor finds a product by department, filters, order, words and pages, and each count is true', async () => {
  await visit(
    async (page) => {
      const main = page.getByRole('main');
      /** Phones have the filters in a sheet. */
      const openFilters = async () => {
        const link = main.getByRole('link', { name: /^Filters/ });
        if (await link.isVisible()) await link.click();
      };
      const applyFilters = () =>
        main.locator('button:not([tabindex])', { hasText: 'Apply filters' }).locator('visible=true').click();

      // Home, and a department.
      await page.goto('/');
      const tile = main.getByRole('region', { name: 'Shop by department' }).getByRole('link').first();
      const [, name, count] = /^(.*?)([\d,]+) products$/.exec((await tile.textContent())!)!;
      await tile.click();
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      expect(await totalOf(page)).toBe(numberIn(count!));

      // A colour, whose number is how many products it leaves.
      await openFilters();
      const color = main.getByRole('group', { name: 'Colour' }).locator('label').first();
      const ofColor = numberIn(await color.textContent());
      await color.click();
      await applyFilters();
      await page.waitForURL(/[?&]color_family=/);
      expect(await totalOf(page)).toBe(ofColor);
      expect(ofColor).toBeLessThan(numberIn(count!));

      // Prices.
      await openFilters();
      await main.getByLabel('Lowest price').fill('20');
      await main.getByLabel('Highest price').fill('60');
      await applyFilters();
      await page.waitForURL(/[?&]price_from=20/);
      expect(new URL(page.url()).searchParams.has('color_family')).toBe(true);
      const inRange = await totalOf(page);
      expect(inRange).toBeLessThan(ofColor);

      // In the order of their prices, over all pages.
      await main.getByLabel('Sort by').selectOption({ label: 'Price: low to high' });
      await main.getByRole('button', { name: 'Sort', exact: true }).click();
      await page.waitForURL(/[?&]sort=price-asc/);
      expect(await totalOf(page)).toBe(inRange);
      const sorted = await cardsOfAllPages(page);
      expect(sorted.pages).toBeGreaterThan(1);
      const prices = pricesIn(sorted.texts);
      expect(prices).toEqual(prices.toSorted((a, b) => a - b));
      expect(prices.filter((price) => price < 20 || price > 60)).toEqual([]);

      // Words.
      const field = page.getByLabel('Search products').locator('visible=true');
      await field.fill('kettle');
      await field.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Results for “kettle”' }).waitFor();
      const found = await cardsOfAllPages(page);
      expect(found.pages).toBeGreaterThan(1);

      // A product, which says the same as its card.
      const card = main.getByRole('article').first();
      const [price] = pricesIn([(await card.textContent())!]);
      const rating = (await card.getByText(/ out of 5, /).textContent())!;
      const title = (await card.getByRole('heading').textContent())!;
      await card.getByRole('heading').getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await main
        .getByText(`$${price!.toFixed(2)}`, { exact: true })
        .first()
        .waitFor();
      await main.getByText(rating, { exact: true }).first().waitFor();
      const reviews = main.getByRole('region', { name: 'Reviews' }).getByText(/^\d+ reviews?$/);
      expect(await reviews.first().textContent()).toBe(rating.split(', ')[1]);
    },
    { javaScriptEnabled: false },
  );
});

test('a search without results has links to go on', async () => {
  await visit(async (page) => {
    await page.goto('/search?q=xqzvwk');
    await page.getByRole('heading', { level: 1, name: 'No results for “xqzvwk”' }).waitFor();
    await page.getByRole('heading', { name: 'Shop by department' }).waitFor();
    await page.locator('main article').nth(3).waitFor();
  });
});

test('“For you” is offered once the shop knows the visitor’s taste, and changes the order', async () => {
  await visit(async (page) => {
    const sorts = () => page.getByLabel('Sort by').locator('option').allTextContents();
    const titles = () => page.locator('main article h3').allTextContents();
    await page.goto('/search');
    expect(await sorts()).not.toContain('For you');
    const usual = await titles();
    const links = await page
      .locator('main article h3 a')
      .evaluateAll((all) => all.slice(17, 20).map((link) => link.getAttribute('href')!));
    for (const link of links) await page.goto(link);

    await openWithField(page, '/search');
    expect(await sorts()).toContain('For you');
    await page.getByLabel('Sort by').selectOption('for-you');
    await page.getByText('Sorted for you').waitFor();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('for-you');
    const theirs = await titles();
    expect(theirs).not.toEqual(usual);

    await page.getByRole('link', { name: 'Load more' }).click();
    await page.getByText(/^48 of/).waitFor();
    const grown = await page
      .locator('main article h3 a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(grown).size).toBe(48);
  });
});
