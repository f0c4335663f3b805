export { quoteCheapest } from './cheapest-shipping.ts';
export { compatibleCodes } from './compatible-codes.ts';
export { deliveryDates } from './delivery-dates.ts';
export { presentShippingMethod } from './present-shipping-method.ts';
export { presentBreakdown, refusalMessage } from './price-breakdown.ts';
export { createPricingModule } from './pricing-module.ts';
export { listShippingMethods, loadPricing, type Pricing, shippingMethodName } from './pricing-repository.ts';
export {
  addShippingMethod,
  savePromotion,
  saveShippingMethod,
  saveTaxRate,
} from './pricing-settings-repository.ts';
export { normaliseCode, type Refusal } from './promotion.ts';
export {
  giveBackPromotions,
  type PromotionUse,
  redeemPromotions,
} from './promotion-use-repository.ts';
export { type Quote, type QuotedGoods, quote } from './quote.ts';
export type { ShippingMethod } from './shipping-and-tax.ts';
