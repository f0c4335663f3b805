import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /media/drawn/:spec.svg': { access: 'public' },
  'GET /media/pictures/:width/:name.:format': { access: 'public' },
};
