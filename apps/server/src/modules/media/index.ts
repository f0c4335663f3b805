export { drawnPictureRoutes } from './drawn-picture-routes.ts';
export { presentPicturesAt } from './picture-base.ts';
export { pictureAddress } from './picture-repository.ts';
export { pictureRoutes } from './picture-routes.ts';
export { createPictures, type Pictures } from './pictures.ts';
