import { problemsOf } from '../../../platform/http/problem.ts';

export const orderProblem = problemsOf({
  'order-not-found': { status: 404, title: 'There is no such order' },
  'not-cancellable': { status: 409, title: 'The order can no longer be cancelled' },
  'shipment-not-found': { status: 404, title: 'The order has no such shipment' },
  'shipment-unclear': { status: 400, title: 'Say what to ship' },
  'refund-unclear': { status: 400, title: 'Say what to refund' },
  'not-shippable': { status: 409, title: 'The order cannot be shipped now' },
  'not-deliverable': { status: 409, title: 'Nothing of it is on its way' },
  'not-refundable': { status: 409, title: 'The order cannot be refunded like that' },
  'not-returnable': { status: 409, title: 'This cannot be returned' },
  'return-not-found': { status: 404, title: 'The order has no such return' },
  'return-not-open': { status: 409, title: 'The return cannot be changed like that' },
  'no-invoice': { status: 404, title: 'There is no invoice yet' },
  'payment-unavailable': { status: 503, title: 'The payment provider does not answer' },
});
