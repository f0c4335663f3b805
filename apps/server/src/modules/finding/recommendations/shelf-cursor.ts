/**
 * @file The cursor of a shelf has its request, its model, and the items that were shown, in order: the next page belongs to the same
 * request, ranks with the same model, and repeats and skips no item.
 */
import { cursorProblem } from '../../../platform/http/cursor.ts';
import { decodeIds, encodeIds } from '../../../platform/http/id-list.ts';
import { timeOfId } from '../../../platform/time-ordered-id.ts';

export interface ShelfCursor {
  /** Undefined in a cursor of an older version. */
  readonly requestId: string | undefined;
  /** Undefined if no model ranked the previous page. */
  readonly modelVersion: string | undefined;
  readonly shown: readonly number[];
}

const firstPage: ShelfCursor = { requestId: undefined, modelVersion: undefined, shown: [] };
const form =
  /^s\.(?:([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([\w-]{0,100})\.)?([\w-]+)$/;

export const encodeShelfCursor = ({
  requestId,
  modelVersion = '',
  shown,
}: ShelfCursor & { readonly requestId: string }): string =>
  `s.${requestId}.${modelVersion}.${encodeIds(shown)}`;

/** @throws ProblemError `invalid-cursor` */
export function decodeShelfCursor(cursor: string | undefined): ShelfCursor {
  if (cursor === undefined) return firstPage;
  const [, requestId, modelVersion, ids] = form.exec(cursor) ?? [];
  const shown = ids === undefined ? undefined : decodeIds(ids);
  if (!shown || shown.length === 0) throw cursorProblem('invalid-cursor');
  return { requestId, modelVersion: modelVersion || undefined, shown };
}

const oneDayMs = 24 * 60 * 60_000;
/** The clocks of two nodes may differ. */
const aheadMs = 60_000;

/**
 * Returns the request that a page continues. The time in its id is also the time of its exposures, so after a day, a page is a new request:
 * a client cannot write to another month than this one.
 */
export function requestGoingOn({ requestId }: ShelfCursor, now: Date): string | undefined {
  const startedAt = requestId === undefined ? undefined : timeOfId(requestId)?.getTime();
  const isRecent =
    startedAt !== undefined && startedAt > now.getTime() - oneDayMs && startedAt < now.getTime() + aheadMs;
  return isRecent ? requestId : undefined;
}
