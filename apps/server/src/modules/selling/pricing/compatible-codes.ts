import type { Promotion } from './promotion.ts';
import type { AppliedCode } from './quote.ts';

/**
 * Chooses the codes that may be in one cart together: either one that cannot be combined, or all that can. Codes that apply now decide,
 * or else the first code. The result may include codes that do not apply at the moment, because they may apply later.
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
