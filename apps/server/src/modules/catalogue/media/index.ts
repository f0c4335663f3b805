export { createMediaModule } from './media-module.ts';
export { pictureAddress } from './picture-repository.ts';
