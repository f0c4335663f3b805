import type { Api } from '../api.ts';
import type {
  Feedback,
  FeedbackList,
  FeedbackQuery,
  NewFeedback,
  RecommendationHistory,
  RecommendationPreferences,
  ViewedList,
  ViewedQuery,
} from '../contracts.ts';

/** What the caller says about recommendations, and what they are made from. */
export function feedbackMethods({ get, send }: Api) {
  return {
    giveFeedback: (feedback: NewFeedback) => send<Feedback>('POST', '/recommendations/feedback', feedback),
    feedback: (query: FeedbackQuery = {}) => get<FeedbackList>('/recommendations/feedback', query),
    takeBackFeedback: (feedbackId: string) => send<void>('DELETE', `/recommendations/feedback/${feedbackId}`),
    recommendationPreferences: () => get<RecommendationPreferences>('/me/recommendation-preferences'),
    /** Switches personal recommendations off or on. */
    changeRecommendationPreferences: (preferences: RecommendationPreferences) =>
      send<RecommendationPreferences>('PATCH', '/me/recommendation-preferences', preferences),
    /** Starts the caller's recommendations anew. */
    resetRecommendations: () => send<void>('DELETE', '/me/recommendation-preferences'),
    recommendationHistory: () => get<RecommendationHistory>('/me/recommendation-history'),
    /** Removes a product from the history. */
    forgetProduct: (productId: number) => send<void>('DELETE', `/me/recommendation-history/${productId}`),
    /** The products that the caller opened, the last first. */
    viewed: (query: ViewedQuery = {}) => get<ViewedList>('/viewed', query),
    forgetViewed: (productId: number) => send<void>('DELETE', `/viewed/${productId}`),
    forgetAllViewed: () => send<void>('DELETE', '/viewed'),
  };
}
