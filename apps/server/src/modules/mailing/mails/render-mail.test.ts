import { expect, test } from 'vitest';
import type { MailOf, OrderMailData } from './mail.ts';
import { mailPicture } from './mail-picture.ts';
import type { MailSender } from './mail-sender.ts';
import { renderMail } from './render-mail.ts';

const order: OrderMailData = {
  order_number: 'K-7F3A09C2B1',
  placed_at: '2026-03-14T09:26:53Z',
  currency: 'USD',
  lines: [
    {
      title: 'Linen duvet cover <king>, washed, with a name that goes on for longer than anybody would like',
      quantity: 2,
      total_minor: 18_998,
      picture: 'http://shop.test/media/pictures/160/7-0a1b2c3d4e5f6071.jpg',
    },
    { title: 'Beeswax candle', quantity: 1, total_minor: 1_450, picture: null },
  ],
  subtotal_minor: 20_448,
  discount_minor: 2_045,
  shipping_minor: 0,
  tax_minor: 2_938,
  is_tax_inclusive: true,
  tax_name: 'VAT',
  total_minor: 18_403,
  shipping_address: {
    full_name: 'Ada Öberg',
    line1: 'Storgatan 12',
    line2: '',
    city: 'Umeå',
    region: '',
    postal_code: '903 26',
    country: 'SE',
    phone: '',
  },
  shipping_method: 'Standard',
  arrival: { from: '2026-12-02', to: '2026-12-04' },
};
const link = 'http://shop.test/somewhere?token=a-b_c&next=1';
const recipient = 'ada@shop.test';
const sender: MailSender = {
  name: 'Fern & Co',
  logoUrl: null,
  company: 'Fern & Co Ltd, 1 Fern Street, London',
};

const mails: readonly MailOf[] = [
  { kind: 'verify-email', recipient, data: { first_name: '<b>Ada</b>', link } },
  { kind: 'already-registered', recipient, data: { login_link: link, reset_link: `${link}&reset=1` } },
  { kind: 'reset-password', recipient, data: { link } },
  { kind: 'log-in', recipient, data: { link } },
  { kind: 'change-email', recipient, data: { link } },
  { kind: 'email-change-asked', recipient, data: { reset_link: link } },
  { kind: 'email-changed', recipient, data: { contact_link: link } },
  { kind: 'password-changed', recipient, data: {} },
  ...(['requested', 'approved', 'refused', 'received', 'withdrawn'] as const).map((status) => ({
    kind: 'order-return' as const,
    recipient,
    data: {
      order,
      link,
      status,
      answer: status === 'refused' ? 'It was used <a lot>' : '',
      lines: [{ title: 'Beeswax candle', quantity: 1 }],
      refunded_minor: status === 'received' ? 1_450 : 0,
    },
  })),
  { kind: 'order-confirmed', recipient, data: { order, link } },
  {
    kind: 'order-shipped',
    recipient,
    data: {
      order,
      link,
      carrier: 'PostNord',
      tracking_number: 'SE123456789',
      parcel: { lines: [{ title: 'Beeswax candle', quantity: 1 }], is_whole_order: false },
    },
  },
  {
    kind: 'order-delivered',
    recipient,
    data: {
      order: { ...order, shipping_address: null, is_tax_inclusive: false, shipping_method: null },
      link,
    },
  },
  {
    kind: 'order-not-paid',
    recipient,
    data: { order, link, reason: 'payment-unavailable', cart_link: `${link}&cart=1` },
  },
  { kind: 'order-cancelled', recipient, data: { order, link, reason: 'You asked us to.' } },
  { kind: 'order-refunded', recipient, data: { order, link, refunded_minor: 1_450 } },
  { kind: 'newsletter-confirm', recipient, data: { link } },
  { kind: 'newsletter-welcome', recipient, data: { unsubscribe_link: link } },
  {
    kind: 'notice-confirm',
    recipient,
    data: { notice: 'back-in-stock', title: 'Beeswax candle', link },
  },
  {
    kind: 'product-notices',
    recipient,
    data: {
      products: [
        {
          title: 'Linen duvet cover <king>',
          link,
          picture: null,
          price: { amount_minor: 9_499, currency: 'USD' },
          was_price: { amount_minor: 9_999, currency: 'USD' },
          is_back: true,
        },
        {
          title: 'Beeswax candle',
          link: `${link}&second=1`,
          picture: 'http://shop.test/media/pictures/160/7-0a1b2c3d4e5f6071.jpg',
          price: { amount_minor: 1_450, currency: 'USD' },
          was_price: null,
          is_back: true,
        },
      ],
      end_link: link,
    },
  },
];

test.each(mails)('$kind says everything in HTML and in plain text', async (mail) => {
  const { subject, html, text } = await renderMail(mail, sender);
  expect(subject).not.toBe('');
  for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|null|NaN|\[object/);
  if (mail.kind !== 'password-changed') {
    expect(html).toContain(`href="${link.replace('&', '&amp;')}`);
    expect(text).toContain(link);
  }
});

test('shows an order with its lines, sums and address', async () => {
  const { html, text } = await renderMail(
    { kind: 'order-confirmed', recipient, data: { order, link } },
    sender,
  );
  for (const part of [html, text])
    for (const shown of [
      'K-7F3A09C2B1',
      '$189.98',
      'Beeswax candle',
      '−$20.45',
      'Free',
      '$184.03',
      'VAT',
      'Storgatan 12',
      'Wed 2 – Fri 4 Dec',
    ])
      expect(part).toContain(shown);
  expect(html).toContain('&lt;king&gt;');
  expect(html).toContain('src="http://shop.test/media/pictures/160/7-0a1b2c3d4e5f6071.jpg"');
});

test('shows a picture from the pictures’ address, and a picture that cannot be resized as it is', () => {
  const at = { publicUrl: 'https://shop.test', picturesUrl: 'https://pictures.test' };
  expect(mailPicture('/media/pictures/480/7-0a1b2c3d4e5f6071.webp', at)).toBe(
    'https://pictures.test/media/pictures/160/7-0a1b2c3d4e5f6071.jpg',
  );
  expect(mailPicture('/media/7.svg', at)).toBe('https://shop.test/media/7.svg');
  expect(mailPicture(null, at)).toBeNull();
});

test('shows the shop’s name or logo, and the company', async () => {
  const drawn = await renderMail(mails[0], sender);
  expect(drawn.html).toContain('Fern &amp; Co');
  for (const part of [drawn.html.replaceAll('&amp;', '&'), drawn.text])
    expect(part).toContain(sender.company);
  const withPicture = await renderMail(mails[0], { ...sender, logoUrl: 'https://cdn.test/logo.png' });
  expect(withPicture.html).toContain('src="https://cdn.test/logo.png"');
});

test('shows a shopper’s text as plain text', async () => {
  const { html } = await renderMail(mails[0], sender);
  expect(html).toContain('Welcome, &lt;b&gt;Ada&lt;/b&gt;');
  expect(html).not.toContain('<b>');
});

test('shows the current and the previous price of products', async () => {
  const { subject, html, text } = await renderMail(
    mails.find(({ kind }) => kind === 'product-notices')!,
    sender,
  );
  expect(subject).toBe('2 products you asked about');
  for (const part of [html, text])
    for (const shown of ['Back in stock, $94.99 (was $99.99)', 'Back in stock, $14.50', 'Stop these emails'])
      expect(part).toContain(shown);
  expect(html).toContain('Linen duvet cover &lt;king&gt;');
});

test.each(['newsletter-welcome', 'product-notices'])(
  '%s has the headers with which a mail program unsubscribes with one click',
  async (kind) => {
    const { headers } = await renderMail(mails.find((mail) => mail.kind === kind)!, sender);
    expect(headers).toEqual({
      'List-Unsubscribe': `<${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  },
);
