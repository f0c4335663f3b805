import { type Api, part } from '../api.ts';
import type {
  ApproveReturn,
  CreateShipment,
  ModeratedReview,
  ModerationList,
  ModerationQuery,
  Order,
  OrderList,
  OrderQuery,
  ReceiveReturn,
  Refund,
  RefundOrder,
  RefuseReturn,
  ReturnList,
  ReturnQuery,
  SearchBoostList,
  SearchBoostQuery,
  ShipOrder,
  Shop,
  ShopChange,
  ShopPage,
  ShopPageContent,
  ShopPageSlug,
  SynonymGroup,
  SynonymList,
  SynonymQuery,
} from '../contracts.ts';
import { createIdempotencyKey } from '../idempotency-key.ts';

/** For administrators alone. */
export function adminMethods({ get, send, open }: Api) {
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

    reviews: (query: ModerationQuery = {}) => get<ModerationList>('/admin/reviews', query),
    publishReview: (reviewId: string) =>
      send<ModeratedReview>('POST', `/admin/reviews/${part(reviewId)}/publish`),
    rejectReview: (reviewId: string, note: string) =>
      send<ModeratedReview>('POST', `/admin/reviews/${part(reviewId)}/reject`, { note }),

    changeShop: (change: ShopChange) => send<Shop>('PATCH', '/admin/shop', change),
    writeShopPage: (slug: ShopPageSlug, content: ShopPageContent) =>
      send<ShopPage>('PUT', `/admin/shop/pages/${slug}`, content),

    synonyms: (query: SynonymQuery = {}) => get<SynonymList>('/admin/search/synonyms', query),
    addSynonyms: (words: readonly string[]) =>
      send<SynonymGroup>('POST', '/admin/search/synonyms', { words }),
    replaceSynonyms: (synonymsId: number, words: readonly string[]) =>
      send<SynonymGroup>('PUT', `/admin/search/synonyms/${synonymsId}`, { words }),
    deleteSynonyms: (synonymsId: number) => send<void>('DELETE', `/admin/search/synonyms/${synonymsId}`),
    /** What people chose after a search. */
    searchBoosts: (query: SearchBoostQuery) => get<SearchBoostList>('/admin/search/boosts', query),

    /** Mails of a shop without a mail server, as the page that lists them. */
    outbox: async () => (await open('/outbox')).text(),
    /** The page of one of them. */
    outboxMail: async (mailId: string) => (await open(`/outbox/${part(mailId)}`)).text(),
    /** The mail itself. */
    outboxMailHtml: async (mailId: string) => (await open(`/outbox/${part(mailId)}/html`)).text(),
  };
}
