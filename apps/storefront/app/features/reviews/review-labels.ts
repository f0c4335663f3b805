import type { FieldLabels, FieldSentences } from '../../shared/form-errors.ts';

/** The limits of the API. */
export const titleLength = 200;
export const textLength = 5_000;

export const starMeanings = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const;

export const reviewLabels: FieldLabels = { rating: 'Stars', title: 'Title', text: 'Your review' };

export const askForStars = 'Choose a rating from 1 to 5 stars';

export const reviewSentences: FieldSentences = {
  'rating required': askForStars,
  'rating not-a-whole-number': askForStars,
  'rating out-of-range': askForStars,
};
