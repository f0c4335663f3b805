export { allocate } from './allocate.ts';
export { formatMoney, type Money, minorUnitDigits } from './money.ts';
export {
  isResizable,
  type PictureFormat,
  type PictureWidth,
  pictureAt,
  pictureFormats,
  pictureSet,
  pictureWidths,
} from './picture.ts';
export { defineMachine, type StateMachine } from './state-machine.ts';
