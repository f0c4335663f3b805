import { Type } from 'typebox';

/** A 64-bit integer as text. */
export const reviewIdSchema = Type.String({
  pattern: '^[0-9]{1,18}$',
  'x-form': 'a number of up to 18 digits',
  description: 'Of the review',
});

/** The name of a reviewer as others see it. It is never the whole name. */
export function authorName({
  firstName,
  lastName,
}: {
  firstName: string | null;
  lastName: string | null;
}): string {
  if (!firstName) return 'A shopper';
  return lastName ? `${firstName} ${[...lastName][0]}.` : firstName;
}
