/** @file Draws the pictures of the demo's products, each when it is requested. */
export { drawPicture } from './draw-picture.ts';
