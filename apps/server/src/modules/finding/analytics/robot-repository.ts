import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { fewestOfRobot, isRobotPace } from './robot-pace.ts';

/** The job runs more often, so that an hour is seen as a whole at least once. */
const window = sql`interval '2 hours'`;

/** Marks the recent events of visitors that act faster than a person can. */
export async function markRobots(db: Database): Promise<number> {
  const { rows } = await db.execute<{ visitor_id: string; busiest_minute: number; busiest_hour: number }>(sql`
    with minutes as (
      select visitor_id, date_trunc('minute', occurred_at) as minute, count(*) as events
      from events where occurred_at > now() - ${window} group by 1, 2
    ), hours as (
      select visitor_id, max(events) as busiest_minute, sum(events) as events from minutes
      group by visitor_id, date_trunc('hour', minute)
    )
    select visitor_id, max(busiest_minute)::int as busiest_minute, max(events)::int as busiest_hour from hours
    group by visitor_id having max(events) >= ${fewestOfRobot}`);
  const robots = rows.filter(({ busiest_minute, busiest_hour }) =>
    isRobotPace({ busiestMinute: busiest_minute, busiestHour: busiest_hour }),
  );
  if (robots.length === 0) return 0;
  const { rowCount } = await db.execute(sql`
    update events set actor = 'robot'
    where visitor_id = any (${robots.map(({ visitor_id }) => visitor_id)}::uuid[]) and actor <> 'robot'
      and occurred_at > now() - ${window}`);
  return rowCount;
}
