import type { ModeratedReview, ReviewStatus } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { type OwnReviewRow, ownReviewColumns, ownReviewOf } from './own-review-repository.ts';
import { authorName } from './review.ts';

interface ModeratedRow extends OwnReviewRow {
  first_name: string | null;
  last_name: string | null;
  product_title: string;
  moderated_by: string | null;
  moderated_at: string | null;
}

const columns = sql`${ownReviewColumns}, u.first_name, u.last_name, p.title as product_title, r.moderated_by,
  ${utcTime(sql`r.moderated_at`)} as moderated_at`;
const joined = sql`reviews r join users u using (user_id) join products p using (product_id)`;

function moderatedOf(row: ModeratedRow): ModeratedReview {
  return {
    ...ownReviewOf(row),
    author: authorName({ firstName: row.first_name, lastName: row.last_name }),
    user_id: row.user_id,
    product_title: row.product_title,
    moderated_by: row.moderated_by,
    moderated_at: row.moderated_at,
  };
}

export async function findByStatus(
  db: Database,
  { status, limit, afterId }: { status: ReviewStatus; limit: number; afterId: string },
): Promise<ModeratedReview[]> {
  const { rows } = await db.execute<ModeratedRow>(sql`
    select ${columns} from ${joined}
    where r.status = ${status}::review_status and r.review_id > ${afterId}::bigint
    order by r.review_id limit ${limit}`);
  return rows.map(moderatedOf);
}

export async function findModerated(tx: Transaction, reviewId: string): Promise<ModeratedReview> {
  const { rows } = await tx.execute<ModeratedRow>(
    sql`select ${columns} from ${joined} where r.review_id = ${reviewId}::bigint`,
  );
  return moderatedOf(rows[0]);
}

export async function markModerated(
  tx: Transaction,
  reviewId: string,
  decision: { status: ReviewStatus; note: string | null; moderator: string; now: Date },
): Promise<void> {
  await tx.execute(sql`
    update reviews set status = ${decision.status}, moderation_note = ${decision.note},
      moderated_by = ${decision.moderator}, moderated_at = ${decision.now.toISOString()}::timestamptz
    where review_id = ${reviewId}::bigint`);
}
