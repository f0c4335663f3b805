export { allocate } from './allocate.ts';
export { formatMoney, type Money, minorUnitDigits } from './money.ts';
export { defineMachine, type StateMachine } from './state-machine.ts';
