export { paymentJobs } from './apply-payment-event.ts';
export { declineMessage } from './decline-message.ts';
export {
  type Payment,
  type PaymentStatus,
  paymentMachine,
  type Refund,
  type RefundedLine,
  type RefundedUnits,
  type RefundStatus,
  refundEvent,
  refundMachine,
} from './payment.ts';
export {
  findPayment,
  insertPayment,
  lockPayment,
  updatePayment,
} from './payment-repository.ts';
export { createPaymentsModule } from './payments-module.ts';
export {
  findRefund,
  findUndecidedRefunds,
  insertRefund,
  lockRefund,
  updateRefund,
} from './refund-repository.ts';
