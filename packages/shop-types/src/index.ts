export { formatMoney, type Money, minorUnitDigits } from './money.ts';
