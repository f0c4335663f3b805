import { problemsOf } from '../../../platform/http/problem.ts';

export const orderProblem = problemsOf({
  'order-not-found': { status: 404, title: 'This order does not exist' },
  'not-cancellable': { status: 409, title: 'The order can no longer be cancelled' },
  'shipment-not-found': { status: 404, title: 'The order has no such shipment' },
  'shipment-unclear': { status: 400, title: 'The request does not say what to ship' },
  'refund-unclear': { status: 400, title: 'The request does not say what to refund' },
  'not-shippable': { status: 409, title: 'The order cannot be shipped now' },
  'not-deliverable': { status: 409, title: 'No parcel of the order is on its way' },
  'not-refundable': { status: 409, title: 'The order cannot be refunded in this way' },
  'not-returnable': { status: 409, title: 'This cannot be returned' },
  'return-not-found': { status: 404, title: 'The order has no such return' },
  'return-not-open': { status: 409, title: 'The return cannot be changed in this way' },
  'no-invoice': { status: 404, title: 'The order has no invoice yet' },
  'payment-unavailable': { status: 503, title: 'The payment provider does not answer' },
});
