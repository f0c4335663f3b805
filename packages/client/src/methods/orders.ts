import { type Api, part } from '../api.ts';
import type {
  ApproveReturn,
  BuyAgain,
  BuyAgainAnswer,
  CreateShipment,
  Order,
  OrderAccess,
  OrderEvent,
  OrderList,
  OrderLookup,
  OrderQuery,
  OwnOrderQuery,
  ReceiveReturn,
  Refund,
  RefundOrder,
  RefuseReturn,
  RequestReturn,
  ReturnList,
  ReturnQuery,
  ShipOrder,
} from '../contracts.ts';
import { type FollowOptions, followEvents } from '../follow-events.ts';
import { createIdempotencyKey } from '../idempotency-key.ts';

/** What opens a guest's order. Without it: the token of an order that this client has placed or found. */
export interface Access {
  readonly access?: string | undefined;
}

export function orderMethods({ get, send, open, session, signal: common }: Api) {
  const accessTo = async (orderId: string, { access }: Access) => ({
    access: access ?? (await session.tokens()).orderTokens?.[orderId],
  });
  const at = (orderId: string, rest = '') => `/orders/${part(orderId)}${rest}`;

  async function act<Body>(orderId: string, what: string, options: Access, body?: unknown): Promise<Body> {
    return send('POST', at(orderId, what), body, { query: await accessTo(orderId, options) });
  }

  return {
    /** Of who is logged in. */
    orders: (query: OwnOrderQuery = {}) => get<OrderList>('/orders', query),
    order: async (orderId: string, options: Access = {}) =>
      get<Order>(at(orderId), await accessTo(orderId, options)),
    /** As a guest finds it: by its number and their email address. Keeps its token. */
    async findOrder(lookup: OrderLookup) {
      const found = await send<OrderAccess>('POST', '/orders/lookup', lookup);
      await session.keepOrder(found.order.order_id, found.access_token);
      return found;
    },
    /**
     * What has happened to an order, then what happens, as long as you read; over as many connections as it takes. Fails when the
     * order may not be read (any more), or the shop was not reached ten times in a row.
     */
    orderEvents(
      orderId: string,
      { access, signal: own, ...following }: Access & FollowOptions = {},
    ): AsyncGenerator<OrderEvent, void> {
      const signal = own && common ? AbortSignal.any([own, common]) : (own ?? common);
      return followEvents<OrderEvent>(
        async (headers, connection) =>
          open(`/api/v1${at(orderId, '/events')}`, {
            headers,
            signal: connection,
            query: await accessTo(orderId, { access }),
          }),
        { ...following, signal },
      );
    },
    cancelOrder: (orderId: string, options: Access = {}) => act<Order>(orderId, '/cancel', options),
    /** One key a request: sent again with the same key, it is the same return. */
    requestReturn: async (
      orderId: string,
      request: RequestReturn,
      {
        idempotencyKey = createIdempotencyKey(),
        ...options
      }: Access & { idempotencyKey?: string | undefined } = {},
    ) =>
      send<Order>('POST', at(orderId, '/returns'), request, {
        query: await accessTo(orderId, options),
        headers: { 'idempotency-key': idempotencyKey },
      }),
    withdrawReturn: (orderId: string, returnId: string, options: Access = {}) =>
      act<Order>(orderId, `/returns/${part(returnId)}/withdraw`, options),
    /** Puts what was ordered into the cart. */
    buyAgain: (orderId: string, request: BuyAgain = {}, options: Access = {}) =>
      act<BuyAgainAnswer>(orderId, '/buy-again', options, request),
    /** A PDF. */
    async invoice(orderId: string, options: Access = {}): Promise<Blob> {
      const path = `/api/v1${at(orderId, '/invoice.pdf')}`;
      return (await open(path, { query: await accessTo(orderId, options) })).blob();
    },
  };
}

/** For administrators: ship, refund, take back. */
export function orderAdminMethods({ get, send }: Api) {
  const order = (orderId: string, what: string) => `/admin/orders/${part(orderId)}/${what}`;
  const aReturn = (orderId: string, returnId: string, move: string) =>
    order(orderId, `returns/${part(returnId)}/${move}`);

  return {
    /** All of the shop, the newest first. */
    orders: (query: OrderQuery = {}) => get<OrderList>('/admin/orders', query),
    /** Everything that can be shipped is on its way, in one parcel. */
    shipOrder: (orderId: string, parcel: ShipOrder = {}) =>
      send<Order>('POST', order(orderId, 'ship'), parcel),
    /** Every parcel that was on its way has arrived. */
    deliverOrder: (orderId: string) => send<Order>('POST', order(orderId, 'deliver')),
    /** One parcel of several. */
    createShipment: (orderId: string, shipment: CreateShipment) =>
      send<Order>('POST', order(orderId, 'shipments'), shipment),
    deliverShipment: (orderId: string, shipmentId: string) =>
      send<Order>('POST', order(orderId, `shipments/${part(shipmentId)}/deliver`)),
    /** One key a refund: sent again with the same key, it is the same refund. */
    refundOrder: (
      orderId: string,
      refund: RefundOrder,
      { idempotencyKey = createIdempotencyKey() }: { idempotencyKey?: string | undefined } = {},
    ) =>
      send<Refund>('POST', order(orderId, 'refund'), refund, {
        headers: { 'idempotency-key': idempotencyKey },
      }),
    /** The oldest first. */
    returns: (query: ReturnQuery = {}) => get<ReturnList>('/admin/returns', query),
    approveReturn: (orderId: string, returnId: string, answer: ApproveReturn = {}) =>
      send<Order>('POST', aReturn(orderId, returnId, 'approve'), answer),
    refuseReturn: (orderId: string, returnId: string, answer: RefuseReturn) =>
      send<Order>('POST', aReturn(orderId, returnId, 'refuse'), answer),
    /** The goods are here: they are refunded. */
    receiveReturn: (orderId: string, returnId: string, receipt: ReceiveReturn) =>
      send<Order>('POST', aReturn(orderId, returnId, 'receive'), receipt),
  };
}
