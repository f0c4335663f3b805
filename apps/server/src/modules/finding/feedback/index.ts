export { createFeedbackModule } from './feedback-module.ts';
export { mergeFeedbackAtLogin } from './merge-feedback-at-login.ts';
