export { drawnPictureRoutes } from './drawn-picture-routes.ts';
