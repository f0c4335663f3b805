/** @file Every page of the shop in all its states, for proofs, screenshots and reviews. */
import { findingScreens } from './finding.ts';
import { after, at, press, type Screen } from './screen.ts';
import { chooseCard, decliningCard, type Stage } from './stage.ts';

const inKebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const order = (name: keyof Stage['orders'], more = '', path = '') =>
  at(
    `order-${inKebabCase(name)}${path.replace('/', '-')}${more === '' ? '' : '-placed'}`,
    ({ orders }) => `/orders/${orders[name].orderId}${path}?access=${orders[name].access}${more}`,
  );

const cart = at('cart', '/cart', 'cartHolder');
const contact = at('checkout-contact', '/checkout', 'atContact');
const delivery = at('checkout-delivery', '/checkout?step=delivery', 'atDelivery');
const payment = at('checkout-payment', '/checkout?step=payment', 'atPayment');
const find = at('orders-find', '/orders/find');
const login = at('login', '/login');
const register = at('register', '/register');
const forgot = at('forgot-password', '/forgot-password');
const verify = at('verify-email', '/verify-email?token=nobody-was-mailed-this');
const profile = at('account-profile', '/account/profile', 'member');
const addresses = at('account-addresses', '/account/addresses', 'member');
const newAddress = at('account-address-new', '/account/addresses/new', 'member');

export const screens: readonly Screen[] = [
  ...findingScreens,

  at('cart-empty', '/cart'),
  cart,

  contact,
  after(contact, 'checkout-contact-wrong', press('Continue to delivery')),
  delivery,
  after(delivery, 'checkout-delivery-wrong', press('Continue to payment')),
  payment,
  after(payment, 'checkout-payment-wrong', async (page) => {
    await page.getByLabel('Card number').fill('4242 4242 4242 424');
    await press('Review order')(page);
  }),
  at('checkout-review', '/checkout?step=review', 'atReview'),
  {
    ...at('checkout-declined', '/checkout?step=review', 'declined'),
    async open(page, { visitors }) {
      // The checkout forgets a declined card.
      await chooseCard(visitors.declined, decliningCard);
      await page.goto('/checkout?step=review', { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: /^Pay / }).click();
      await page
        .getByText(/declined|not enough money/i)
        .first()
        .waitFor();
      await page.waitForLoadState('networkidle');
    },
  },

  order('paid', '&placed=1'),
  order('paid'),
  order('paid', '', '/cancel'),
  order('waiting'),
  order('partlyShipped'),
  order('delivered'),
  order('delivered', '', '/return'),
  order('cancelled'),
  order('returning'),
  order('refunded'),
  at('order-of-somebody', ({ orders }) => `/orders/${orders.paid.orderId}`, 'stranger', { status: 404 }),
  find,
  after(find, 'orders-find-wrong', async (page) => {
    await page.getByLabel('Order number').fill('K-0000000000');
    await page.locator('main').getByLabel('Email').fill('ada@example.com');
    await page.locator('main form button[type=submit]').first().click();
  }),

  login,
  after(login, 'login-wrong', async (page) => {
    await page.locator('main').getByLabel('Email').fill('nobody@example.com');
    await page.locator('main').getByLabel('Password', { exact: true }).fill('not the password');
    await page.locator('main').getByRole('button', { name: 'Log in' }).click();
  }),
  register,
  after(register, 'register-wrong', (page) => page.locator('main form button[type=submit]').first().click()),
  forgot,
  after(forgot, 'check-inbox', async (page) => {
    await page.locator('main').getByLabel('Email').fill('nobody@example.com');
    await page.locator('main form button[type=submit]').first().click();
  }),
  at('reset-password', '/reset-password?token=nobody-was-mailed-this'),
  verify,
  after(verify, 'link-of-before', press('Confirm address')),
  at('login-link', '/login/link?token=nobody-was-mailed-this'),
  at('confirm-email', '/confirm-email?token=nobody-was-mailed-this'),

  at('account-new', '/account', 'newMember'),
  at('account-orders-empty', '/account/orders', 'newMember'),
  at('account-addresses-empty', '/account/addresses', 'newMember'),
  at('account-wishlist-empty', '/account/wishlist', 'newMember'),
  at('account-reviews-empty', '/account/reviews', 'newMember'),
  at('account', '/account', 'member'),
  at('account-orders', '/account/orders', 'member'),
  profile,
  after(profile, 'account-profile-wrong', press('Change password')),
  addresses,
  after(addresses, 'account-address-delete', (page) =>
    page.locator('main summary').filter({ hasText: 'Delete' }).first().click(),
  ),
  newAddress,
  after(newAddress, 'account-address-wrong', press('Save address')),
  at('account-wishlist', '/account/wishlist', 'member'),
  at('account-reviews', '/account/reviews', 'member'),
  at('account-recommendations', '/account/recommendations', 'member'),
  at('account-recommendations-empty', '/account/recommendations', 'newMember'),
  at('recommendations', '/recommendations', 'cartHolder'),
  at('recommendations-off', '/recommendations', 'optedOut'),
  at('review-new', ({ product: { product_id } }) => `/p/${product_id}/-/review`, 'newMember'),
  at('review-edit', ({ product: { product_id } }) => `/p/${product_id}/-/review`, 'member'),
  at('account-privacy', '/account/privacy', 'member'),
  at('wishlist-empty', '/wishlist'),
  at('wishlist', '/wishlist', 'member'),
  at('notices-ask', ({ product: { product_id } }) => `/notices/ask?product=${product_id}&kind=price-drop`),
  at('notices-confirm', '/notices/confirm?token=nobody-was-mailed-this'),
  at('notices-end', '/notices/end?token=nobody-was-mailed-this'),

  ...['about', 'help', 'delivery', 'returns', 'privacy', 'terms', 'contact', 'accessibility'].map((slug) =>
    at(slug, `/${slug}`),
  ),
  at('newsletter-confirm', '/newsletter/confirm?token=nobody-was-mailed-this'),
  at('newsletter-unsubscribe', '/newsletter/unsubscribe?token=nobody-was-mailed-this'),
];
