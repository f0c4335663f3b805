import type { Money } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import type { MailData } from '../mail.ts';
import type { MailContent } from './mail-content.ts';

export function noticeConfirmMail({ notice, title, link }: MailData['notice-confirm']): MailContent {
  const isBack = notice === 'back-in-stock';
  return {
    subject: isBack ? `Tell you when “${title}” is back?` : `Tell you when “${title}” is cheaper?`,
    preview: 'One click, and we will write to you.',
    heading: 'One click, and we will write to you',
    paragraphs: [
      isBack
        ? `You asked us to write to you when “${title}” is available again. Please confirm that this address is yours.`
        : `You asked us to write to you when the price of “${title}” falls. Please confirm that this address is yours.`,
    ],
    actions: [{ label: 'Yes, email me', link }],
    showsLink: true,
    notes: ['If you did not ask for this, ignore this email, and nothing will happen.'],
    footer:
      'You received this email because someone entered this address in our shop. The link works for two days.',
  };
}

type MailedProduct = MailData['product-notices']['products'][number];

/** One mail with all due notices. */
export function productNoticesMail({ products, end_link }: MailData['product-notices']): MailContent {
  const [first] = products;
  const isOne = products.length === 1;
  const heading = isOne ? headingOf(first) : `${products.length} products you asked about`;
  return {
    subject: isOne ? `${headingOf(first)}: ${first.title}` : heading,
    preview: isOne ? newsOf(first) : `${first.title} and ${products.length - 1} more.`,
    heading,
    paragraphs: [
      isOne
        ? 'You asked us to tell you about this product.'
        : 'You asked us to tell you about these products.',
    ],
    products: products.map((product) => ({
      title: product.title,
      link: product.link,
      picture: product.picture,
      news: newsOf(product),
    })),
    notes: ['Prices and stock may have changed since we sent this.'],
    footer:
      'You received this email because you asked us to tell you about these products, or about your wishlist.',
    footerAction: { label: 'Stop these emails', link: end_link },
    // RFC 8058: a mail program can end the notices with one POST, without a page.
    headers: {
      'List-Unsubscribe': `<${end_link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function headingOf({ is_back, was_price }: MailedProduct): string {
  if (!is_back) return 'Now cheaper';
  return was_price ? 'Back in stock, and cheaper' : 'Back in stock';
}

/** “Back in stock, $27.00 (was $30.00)” */
function newsOf({ is_back, price, was_price }: MailedProduct): string {
  const now = was_price ? `${written(price)} (was ${written(was_price)})` : written(price);
  return is_back ? `Back in stock, ${now}` : now;
}

function written({ amount_minor: amountMinor, currency }: Money): string {
  return formatMoney({ amountMinor, currency });
}
