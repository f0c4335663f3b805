/** @file What the demo's products look like: pictures, each drawn when it is asked for. */
export { drawPicture } from './draw-picture.ts';
