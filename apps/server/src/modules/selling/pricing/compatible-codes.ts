import type { Promotion } from './promotion.ts';
import type { AppliedCode } from './quote.ts';

/**
 * Of codes that would be in one cart, those that may: one that stands alone, or all that do not. Those that count now lead,
 * else the first. Whether a code counts at the moment does not matter: it may later.
 */
export function compatibleCodes(
  codes: readonly string[],
  promotions: readonly Promotion[],
  applied: readonly AppliedCode[],
): string[] {
  const standsAlone = (code: string) =>
    promotions.some((promotion) => promotion.code === code && !promotion.isCombinable);
  const leading = applied[0]?.code ?? codes[0];
  if (leading !== undefined && standsAlone(leading)) return [leading];
  return codes.filter((code) => !standsAlone(code));
}
