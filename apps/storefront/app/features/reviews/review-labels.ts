import type { FieldLabels, FieldSentences } from '../../shared/form-errors.ts';

/** As the API has them. */
export const titleLength = 200;
export const textLength = 5_000;

export const starMeanings = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const;

export const reviewLabels: FieldLabels = { rating: 'Stars', title: 'Title', text: 'Your review' };

export const askForStars = 'Choose from one to five stars';

export const reviewSentences: FieldSentences = {
  'rating required': askForStars,
  'rating not-a-whole-number': askForStars,
  'rating out-of-range': askForStars,
};
