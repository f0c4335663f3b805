import { Counter, Gauge, type Registry } from 'prom-client';

export type ModelMetrics = ReturnType<typeof createModelMetrics>;

export function createModelMetrics(registry: Registry) {
  const registers = [registry];
  return {
    activeModel: new Gauge({
      name: 'kindred_active_model',
      help: '1 for the model version that answers',
      labelNames: ['model_version', 'kind'],
      registers,
    }),
    modelLoadFailures: new Counter({
      name: 'kindred_model_load_failures_total',
      help: 'Artefacts that were rejected or could not be read',
      registers,
    }),
  };
}
