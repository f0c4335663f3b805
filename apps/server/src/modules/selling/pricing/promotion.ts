interface PromotionTerms {
  readonly promotionId: number;
  /** The typed code, in upper case. */
  readonly code: string;
  readonly description: string;
  /** The currency of the amount and the minimum spend, or null for any. */
  readonly currency: string | null;
  readonly minimumSpendMinor: number;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly usageLimit: number | null;
  readonly usageLimitPerPerson: number | null;
  readonly timesUsed: number;
  /** Whether it may be combined with other codes. */
  readonly isCombinable: boolean;
  readonly isActive: boolean;
}

export type PromotionBenefit =
  | { readonly kind: 'percentage'; readonly basisPoints: number }
  | { readonly kind: 'amount'; readonly amountMinor: number }
  | { readonly kind: 'free-shipping' };

export type Promotion = PromotionTerms & PromotionBenefit;

export type RefusalReason =
  | 'unknown-code'
  | 'not-active'
  | 'not-started'
  | 'expired'
  | 'used-up'
  | 'used-up-by-you'
  | 'other-currency'
  | 'minimum-spend'
  | 'not-combinable';

export interface Refusal {
  readonly code: string;
  readonly reason: RefusalReason;
  /** The minimum spend and the missing amount; only with that reason. */
  readonly minimumMinor?: number;
  readonly missingMinor?: number;
}

/** Normalises a code: ignores case and surrounding blanks. */
export function normaliseCode(code: string): string {
  return code.trim().toUpperCase();
}

/** Returns why a code alone does not apply to this basket, or undefined if it does. */
export function refusalOf(
  promotion: Promotion,
  basket: { subtotalMinor: number; currency: string; timesUsedByPerson: number; now: Date },
): Refusal | undefined {
  const refuse = (reason: RefusalReason): Refusal => ({ code: promotion.code, reason });
  const { startsAt, endsAt, usageLimit, usageLimitPerPerson, minimumSpendMinor } = promotion;
  if (!promotion.isActive) return refuse('not-active');
  if (startsAt !== null && basket.now < startsAt) return refuse('not-started');
  if (endsAt !== null && basket.now >= endsAt) return refuse('expired');
  if (usageLimit !== null && promotion.timesUsed >= usageLimit) return refuse('used-up');
  if (usageLimitPerPerson !== null && basket.timesUsedByPerson >= usageLimitPerPerson)
    return refuse('used-up-by-you');
  if (promotion.currency !== null && promotion.currency !== basket.currency) return refuse('other-currency');
  if (basket.subtotalMinor < minimumSpendMinor)
    return {
      ...refuse('minimum-spend'),
      minimumMinor: minimumSpendMinor,
      missingMinor: minimumSpendMinor - basket.subtotalMinor,
    };
  return undefined;
}
