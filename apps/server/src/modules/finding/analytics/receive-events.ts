import type { ShopEvent } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { hasOptedOut, proveVisitor, recordEvents } from './record-events.ts';
import { type Impression, recordImpressions } from './record-impressions.ts';
import type { VisitorRate } from './visitor-rate.ts';

export interface ReceiveEventsDependencies {
  readonly db: Database;
  readonly takeRate: VisitorRate;
  /** Counts dropped events. Returns 0, the number of accepted ones. */
  readonly drop: (reason: 'objected' | 'too-many' | 'useless', count: number) => 0;
}

export interface ReceivedBatch {
  readonly visitorId: string;
  readonly userId: string | undefined;
  readonly isNewVisitor: boolean;
  readonly isFromPage: boolean;
  readonly events: readonly ShopEvent[];
}

/** Stores a batch of a visitor who does not object, and returns the number of accepted events. */
export async function receiveEvents(
  { db, takeRate, drop }: ReceiveEventsDependencies,
  { events: sent, ...sender }: ReceivedBatch,
): Promise<number> {
  const { visitorId, userId, isFromPage } = sender;
  if (userId !== undefined && (await hasOptedOut(db, userId))) return drop('objected', sent.length);
  const events = sent.slice(0, takeRate(visitorId, sent.length));
  if (events.length < sent.length) drop('too-many', sent.length - events.length);

  const actions = events.filter(({ kind }) => kind !== 'impression');
  const stored = actions.length > 0 ? await recordEvents(db, { ...sender, events: actions }) : 0;
  const seen = await recordImpressions(db, cardsOf(events, 'impression'));
  // A shopper who clicks a card has seen it.
  await recordImpressions(db, cardsOf(events, 'click'));
  const accepted = stored + seen;
  if (!isFromPage && events.length > 0) await proveVisitor(db, visitorId);
  if (accepted < events.length) drop('useless', events.length - accepted);
  return accepted;
}

const cardsOf = (events: readonly ShopEvent[], kind: ShopEvent['kind']): Impression[] =>
  events.flatMap((event) =>
    event.kind === kind && event.request_id !== undefined && event.position !== undefined
      ? [{ requestId: event.request_id, position: event.position }]
      : [],
  );
