import { Counter, Histogram, type Registry } from 'prom-client';

export type PictureMetrics = ReturnType<typeof createPictureMetrics>;

export function createPictureMetrics(registry: Registry) {
  const registers = [registry];
  return {
    pictures: new Counter({
      name: 'kindred_pictures_total',
      help: 'Requests for pictures, by outcome: kept, made, placeholder, turned_away',
      labelNames: ['outcome'],
      registers,
    }),
    pictureDuration: new Histogram({
      name: 'kindred_picture_duration_seconds',
      help: 'Time to make a picture from its source, by format',
      labelNames: ['format'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
  };
}
