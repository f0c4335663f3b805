export { addressLines, type PostalPlace } from './address-lines.ts';
export { allocate } from './allocate.ts';
export {
  type CardBrand,
  cardBrandName,
  cardBrandOf,
  cardDigitsOf,
  groupCardDigits,
  readCardExpiry,
  readCardNumber,
  readSecurityCode,
} from './card.ts';
export {
  type ColorFamily,
  colorFamilies,
  cssColorOf,
  familyOfColor,
  shadesOfFamily,
  spellingsOfColor,
} from './colors.ts';
export { isComparable, isCompared } from './comparable.ts';
export { countryCodes, readCountry } from './country.ts';
export { readCurrency } from './currency.ts';
export { arrivalText, dayText, momentText } from './dates.ts';
export { readEmail } from './email.ts';
export { type LocalityPart, localityOf } from './locality.ts';
export { formatMoney, type Money, minorUnitDigits } from './money.ts';
export { readOrderNumber } from './order-number.ts';
export { brandPath, categoryPath, productPath } from './page-paths.ts';
export {
  isResizable,
  type PictureFormat,
  type PictureWidth,
  pictureAt,
  pictureFormats,
  pictureSet,
  pictureWidths,
} from './picture.ts';
export { postalCodeRuleOf, readPostalCode } from './postal-code.ts';
export type { Reading, Refusal } from './reading.ts';
export { slugOf } from './slug.ts';
export { defineMachine, type StateMachine } from './state-machine.ts';
export { presentTime } from './time.ts';
