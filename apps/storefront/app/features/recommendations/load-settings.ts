import type { RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { productPath } from '../../shared/paths.ts';
import { deedText, feedbackText } from './feedback-words.ts';

const pageSize = 100;

/** The data of the page of a person's recommendations. */
export async function loadSettings(context: Readonly<RouterContextProvider>) {
  const { api, required } = askApi(context);
  const [{ is_opted_out }, history, feedback] = await Promise.all([
    required(api.recommendationPreferences()),
    required(api.recommendationHistory()),
    required(api.feedback({ limit: pageSize })),
  ]);
  return {
    isOptedOut: is_opted_out,
    history: history.items.map(({ product, deed, at }) => ({
      productId: product.product_id,
      title: product.title,
      href: productPath(product),
      imageUrl: product.image_url,
      deed: deedText[deed],
      at: deed === 'carted' || deed === 'wished' ? null : at,
    })),
    feedback: feedback.items.map((given) => ({
      feedbackId: given.feedback_id,
      text: feedbackText(given),
      product: given.product && {
        title: given.product.title,
        href: productPath(given.product),
        imageUrl: given.product.image_url,
      },
    })),
  };
}

export type SettingsData = Awaited<ReturnType<typeof loadSettings>>;
