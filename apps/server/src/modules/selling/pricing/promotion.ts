interface PromotionTerms {
  readonly promotionId: number;
  /** What people type, in upper case. */
  readonly code: string;
  readonly description: string;
  /** Of the amount and of the minimum spend; null: any. */
  readonly currency: string | null;
  readonly minimumSpendMinor: number;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly usageLimit: number | null;
  readonly usageLimitPerPerson: number | null;
  readonly timesUsed: number;
  /** Whether it may stand beside other codes. */
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
  /** The minimum spend, and what is missing to it; with that reason only. */
  readonly minimumMinor?: number;
  readonly missingMinor?: number;
}

/** Codes are compared as people mean them: without case, without what stands around them. */
export function normaliseCode(code: string): string {
  return code.trim().toUpperCase();
}

/** Why a code does not count for this basket, looked at alone; undefined when it does. */
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
