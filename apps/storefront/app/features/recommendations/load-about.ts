import type { RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { productPath } from '../../shared/paths.ts';
import { whyText } from './feedback-words.ts';
import type { SettingsData } from './load-settings.ts';
import { menuSubjectOf } from './menu-address.ts';

/**
 * The product that the shopper chose on a card. Null: the address names none, or the shop no longer has it. The address says which reason
 * the card had; its words come from the shopper's own history.
 */
export async function loadAbout(
  context: Readonly<RouterContextProvider>,
  search: URLSearchParams,
  { history }: Pick<SettingsData, 'history'>,
) {
  const named = menuSubjectOf(search);
  if (!named) return null;
  const { api, optional } = askApi(context);
  const product = await optional(api.product(named.productId));
  if (!product) return null;
  const because = history.find(({ productId }) => productId === named.because);
  return {
    title: product.title,
    href: productPath(product),
    imageUrl: product.image_url,
    why: because ? `${because.deed}: ${because.title}.` : whyText({ code: named.code, text: '' }),
    subject: { productId: product.product_id, brand: product.brand, because: because?.productId ?? null },
  };
}

export type AboutData = NonNullable<Awaited<ReturnType<typeof loadAbout>>>;
