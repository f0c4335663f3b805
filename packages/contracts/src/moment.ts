import { Type } from 'typebox';

/** RFC 3339, in UTC, with milliseconds. */
export function Moment(description: string) {
  return Type.String({ format: 'date-time', description, examples: ['2026-03-01T12:00:00.000Z'] });
}

/** A moment in requests: in UTC, or with its distance from UTC. */
export function AskedMoment(description: string) {
  return Type.String({
    format: 'date-time',
    maxLength: 40,
    'x-form': 'a time like 2026-03-01T12:00:00Z',
    description,
    examples: ['2026-03-01T12:00:00.000Z'],
  });
}

/** A day of the calendar. */
export function Day(description: string) {
  return Type.String({ format: 'date', description, examples: ['2026-03-01'] });
}
