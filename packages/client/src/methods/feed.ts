import type { Api } from '../api.ts';
import type {
  FeedInteraction,
  FeedInteractionsReceipt,
  FeedItem,
  FeedItemsReceipt,
  FeedPeopleReceipt,
  FeedPerson,
} from '../contracts.ts';

/** For machines: what another shop sends. */
export function feedMethods({ send }: Api) {
  return {
    putItems: (items: readonly FeedItem[]) => send<FeedItemsReceipt>('POST', '/items', { items }),
    putPeople: (people: readonly FeedPerson[]) => send<FeedPeopleReceipt>('POST', '/people', { people }),
    deletePerson: (userId: string) => send<void>('DELETE', `/people/${encodeURIComponent(userId)}`),
    putInteractions: (
      interactions: readonly FeedInteraction[],
      { skipUnknownItems = false }: { skipUnknownItems?: boolean } = {},
    ) =>
      send<FeedInteractionsReceipt>('POST', '/interactions', {
        interactions,
        skip_unknown_items: skipUnknownItems,
      }),
  };
}
