/** @file The pages on which shoppers find products. */
import type { Page } from 'playwright-core';
import { after, at, press, type Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const home = at('home', '/');
const category = at('category', ({ categorySlug }) => `/c/${categorySlug}`);
const leaf = at('category-leaf', ({ compared: { kind } }) => `/c/${kind}`);
const search = at('search', '/search?q=lamp');
const product = at('product', ({ product: { product_id } }) => `/p/${product_id}`);
const compare = (name: string, count: number, more = '') =>
  at(name, ({ compared: { ids } }) => `/compare?ids=${ids.slice(0, count).join(',')}${more}`);

const dialog = (page: Page) => page.getByRole('dialog').waitFor();

/** A product of a state that the shop may not have; then the usual one. */
const productOf = (name: string, idOf: (stage: Stage) => number | undefined): Screen =>
  at(name, (stage) => `/p/${idOf(stage) ?? stage.product.product_id}`);

/** Only a window without room for the filters has the button. */
async function openFilters(page: Page): Promise<void> {
  const button = page.locator('main').getByRole('button', { name: /^Filters/ });
  if (!(await button.isVisible())) return;
  await button.click();
  await page.getByRole('button', { name: /^Show \d/ }).waitFor();
}

export const findingScreens: readonly Screen[] = [
  home,
  after(home, 'home-card-menu', async (page) => {
    await page
      .getByRole('link', { name: /^Why this/ })
      .first()
      .click();
    await dialog(page);
  }),
  after(home, 'home-second-slide', async (page) => {
    // A shop without deals may have one slide.
    const next = page.getByRole('button', { name: 'Next slide' });
    if (await next.isVisible()) await next.click();
  }),
  at('viewed-empty', '/viewed'),
  at('viewed', '/viewed', 'viewer'),
  after(home, 'menu-open', async (page) => {
    await press('Departments')(page);
    await page.locator('#departments').waitFor();
  }),
  at('home-with-taste', '/', 'viewer'),
  at('home-opted-out', '/', 'optedOut'),

  category,
  leaf,
  at('category-filtered', ({ categorySlug }) => `/c/${categorySlug}?in_stock=1&rating_min=4`),
  after(category, 'category-filters-open', openFilters),
  at('category-no-result', ({ categorySlug }) => `/c/${categorySlug}?price_to=1`),
  at('category-page-2', ({ categorySlug }) => `/c/${categorySlug}?page=2`),
  at('category-unknown', '/c/nothing-here', 'stranger', { status: 404 }),
  after(leaf, 'category-compare-tray', async (page) => {
    const boxes = page.getByRole('checkbox', { name: /^Compare/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('region', { name: 'Compare', exact: true }).waitFor();
  }),
  at('brand', ({ product: { brand } }) => `/b/${encodeURIComponent(brand ?? 'nobody')}`),
  at('deals', '/deals'),
  at('deals-no-result', '/deals?price_to=1'),
  at('new', '/new'),
  search,
  after(search, 'search-list-open', async (page) => {
    await page.getByRole('combobox', { name: 'Search products' }).fill('ta');
    await page.getByRole('listbox').waitFor();
  }),
  at('search-corrected', '/search?q=ceramci'),
  at('search-empty', '/search?q=zzzzqqqq'),

  compare('compare', 4),
  compare('compare-two', 2),
  compare('compare-one', 1),
  compare('compare-differences', 4, '&only=differences'),
  at(
    'compare-left-out',
    ({ compared: { ids }, product: { product_id } }) => `/compare?ids=${ids[0]},${product_id},2147483647`,
  ),
  at('compare-empty', '/compare'),

  product,
  after(product, 'product-cart-drawer', async (page) => {
    await press('Add to cart')(page);
    await dialog(page);
  }),
  after(product, 'product-zoom', async (page) => {
    await page.getByRole('link', { name: /^Zoom/ }).first().click();
    await dialog(page);
  }),
  at('product-reviews-filtered', ({ product: { product_id } }) => `/p/${product_id}?stars=5#reviews`),
  at('product-reviews-searched', ({ product: { product_id } }) => `/p/${product_id}?reviews_q=use#reviews`),
  at(
    'product-reviews-not-found',
    ({ product: { product_id } }) => `/p/${product_id}?reviews_q=zzzzqqqq#reviews`,
  ),
  productOf('product-with-options', ({ withOptions }) => withOptions),
  productOf('product-out-of-stock', ({ outOfStock }) => outOfStock),
  productOf('product-not-for-sale', ({ notForSale }) => notForSale),
  at('not-found', '/nothing-here', 'stranger', { status: 404 }),
];
