export { paymentJobs } from './apply-payment-event.ts';
export { declineMessage } from './decline-message.ts';
export {
  type Payment,
  type PaymentStatus,
  paymentMachine,
  refundMachine,
} from './payment.ts';
export {
  findPayment,
  insertPayment,
  lockPayment,
  updatePayment,
} from './payment-repository.ts';
export { paymentRoutes } from './payment-routes.ts';
export { findRefund, insertRefund, lockRefund, updateRefund } from './refund-repository.ts';
export { type TestProvider, testProviderRoutes } from './test-provider-routes.ts';
