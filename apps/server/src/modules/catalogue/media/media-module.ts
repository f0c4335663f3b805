import type { Registry } from 'prom-client';
import type { Module } from '../../../platform/module.ts';
import { drawnPictureRoutes } from './drawn-picture-routes.ts';
import { presentPicturesAt } from './picture-base.ts';
import { createPictureMetrics } from './picture-metrics.ts';
import { pictureRoutes } from './picture-routes.ts';
import { createPictures } from './pictures.ts';

export function createMediaModule({
  cdnUrl,
  registry,
  ...dependencies
}: Omit<Parameters<typeof createPictures>[0], 'metrics'> & {
  readonly registry: Registry;
  /** If undefined, the shop serves its pictures itself. */
  readonly cdnUrl: string | undefined;
}): Module {
  const metrics = createPictureMetrics(registry);
  const pictures = createPictures({ ...dependencies, metrics });
  return {
    name: 'media',
    pages: [drawnPictureRoutes(dependencies), pictureRoutes({ pictures, metrics })],
    registerApi(api) {
      if (cdnUrl !== undefined) api.addHook('preSerialization', presentPicturesAt(cdnUrl));
    },
    close: () => pictures.close(),
  };
}
