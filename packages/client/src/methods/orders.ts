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

/** The token of a guest's order. Default: the token from when this client placed or found the order. */
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
    /** Lists the orders of the logged-in user. */
    orders: (query: OwnOrderQuery = {}) => get<OrderList>('/orders', query),
    order: async (orderId: string, options: Access = {}) =>
      get<Order>(at(orderId), await accessTo(orderId, options)),
    /** Finds a guest's order by its number and email address, and keeps its token. */
    async findOrder(lookup: OrderLookup) {
      const found = await send<OrderAccess>('POST', '/orders/lookup', lookup);
      await session.keepOrder(found.order.order_id, found.access_token);
      return found;
    },
    /**
     * Yields the past events of an order, then new ones, as long as you read, over any number of connections. Throws when the
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
    /** One key per return: a request with the same key repeats the same return. */
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
    /** Puts the ordered products into the cart. */
    buyAgain: (orderId: string, request: BuyAgain = {}, options: Access = {}) =>
      act<BuyAgainAnswer>(orderId, '/buy-again', options, request),
    /** Returns a PDF. */
    async invoice(orderId: string, options: Access = {}): Promise<Blob> {
      const path = `/api/v1${at(orderId, '/invoice.pdf')}`;
      return (await open(path, { query: await accessTo(orderId, options) })).blob();
    },
  };
}

/** For administrators: ship, refund, take goods back. */
export function orderAdminMethods({ get, send }: Api) {
  const order = (orderId: string, what: string) => `/admin/orders/${part(orderId)}/${what}`;
  const aReturn = (orderId: string, returnId: string, move: string) =>
    order(orderId, `returns/${part(returnId)}/${move}`);

  return {
    /** Lists all orders of the shop, the newest first. */
    orders: (query: OrderQuery = {}) => get<OrderList>('/admin/orders', query),
    /** Ships everything that can be shipped, in one parcel. */
    shipOrder: (orderId: string, parcel: ShipOrder = {}) =>
      send<Order>('POST', order(orderId, 'ship'), parcel),
    /** Marks every shipped parcel as delivered. */
    deliverOrder: (orderId: string) => send<Order>('POST', order(orderId, 'deliver')),
    /** Ships one parcel of several. */
    createShipment: (orderId: string, shipment: CreateShipment) =>
      send<Order>('POST', order(orderId, 'shipments'), shipment),
    deliverShipment: (orderId: string, shipmentId: string) =>
      send<Order>('POST', order(orderId, `shipments/${part(shipmentId)}/deliver`)),
    /** One key per refund: a request with the same key repeats the same refund. */
    refundOrder: (
      orderId: string,
      refund: RefundOrder,
      { idempotencyKey = createIdempotencyKey() }: { idempotencyKey?: string | undefined } = {},
    ) =>
      send<Refund>('POST', order(orderId, 'refund'), refund, {
        headers: { 'idempotency-key': idempotencyKey },
      }),
    /** Lists returns, the oldest first. */
    returns: (query: ReturnQuery = {}) => get<ReturnList>('/admin/returns', query),
    approveReturn: (orderId: string, returnId: string, answer: ApproveReturn = {}) =>
      send<Order>('POST', aReturn(orderId, returnId, 'approve'), answer),
    refuseReturn: (orderId: string, returnId: string, answer: RefuseReturn) =>
      send<Order>('POST', aReturn(orderId, returnId, 'refuse'), answer),
    /** Records that the goods are back, and refunds them. */
    receiveReturn: (orderId: string, returnId: string, receipt: ReceiveReturn) =>
      send<Order>('POST', aReturn(orderId, returnId, 'receive'), receipt),
  };
}
