export { loadSharp } from './load-sharp.ts';
export { createMediaModule } from './media-module.ts';
export { pictureAddress } from './picture-repository.ts';
