import type { FieldLabels, FieldSentences } from '../../shared/form-errors.ts';

/** As the API has them. */
export const titleLength = 200;
export const textLength = 5_000;

export const starMeanings = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const;

export const reviewLabels: FieldLabels = { rating: 'Stars', title: 'Title', text: 'Your review' };

export const reviewSentences: FieldSentences = {
  'rating required': 'Choose from one to five stars',
  'rating not-a-whole-number': 'Choose from one to five stars',
  'rating out-of-range': 'Choose from one to five stars',
};
