import type { Feedback, FeedbackKind, RecommendationHistory, RecommendationReason } from '@kindred/contracts';

const said: Readonly<Record<FeedbackKind, string>> = {
  like: 'You will see more like this.',
  dislike: 'You will see less like this.',
  hide: 'We will not recommend this product again.',
  own: 'We will not recommend what you already have.',
  'less-of-brand': 'You will see less of this brand.',
  'less-of-category': 'You will see less of this kind.',
  without: 'We no longer use this product as a reason.',
};

export const isFeedbackKind = (kind: string): kind is FeedbackKind => Object.hasOwn(said, kind);

/** What the shop answers to feedback. */
export const saidText = (kind: FeedbackKind): string => said[kind];

/** How a list of feedback names one. */
export function feedbackText({
  kind,
  brand,
  category,
}: Pick<Feedback, 'brand' | 'category' | 'kind'>): string {
  const texts: Readonly<Record<FeedbackKind, string>> = {
    like: 'More like this',
    dislike: 'Less like this',
    hide: 'Not interested',
    own: 'You already have it',
    'less-of-brand': `Less of ${brand}`,
    'less-of-category': `Less of ${category?.name}`,
    without: 'Not used as a reason',
  };
  return texts[kind];
}

export const deedText: Readonly<Record<RecommendationHistory['items'][number]['deed'], string>> = {
  bought: 'Bought',
  owned: 'You said that you have it',
  liked: 'You asked for more like it',
  reviewed: 'Reviewed',
  carted: 'In your cart',
  wished: 'On your wishlist',
  viewed: 'Viewed',
};

/** Instead of the choices. */
export const optedOutText = 'Your personal recommendations are off, so every shopper sees this.';

/** Answers “Why this?”. Undefined if the code does not say it and there is no text. */
export function whyText({ code, text }: Pick<RecommendationReason, 'code' | 'text'>): string | undefined {
  if (code === 'picked-for-you')
    return 'Several things that you viewed, bought or liked led to it, not one of them alone.';
  if (code === 'popular') return 'It is among the products that most people rated.';
  if (code === 'trending-now') return 'Several people viewed, bought or reviewed it lately.';
  if (code === 'in-stock') return 'It is in stock.';
  if (text === '') return undefined;
  return text.endsWith('…') ? text : `${text}.`;
}
