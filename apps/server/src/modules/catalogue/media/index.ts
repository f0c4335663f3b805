export { loadSharp } from './load-sharp.ts';
export { createMediaModule } from './media-module.ts';
export { pictureAddress, reviewPhotos } from './picture-repository.ts';
