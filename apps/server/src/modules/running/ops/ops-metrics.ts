import { Gauge, type Registry } from 'prom-client';

export function createOpsMetrics(registry: Registry) {
  return {
    partDegraded: new Gauge({
      name: 'kindred_part_degraded',
      help: '1 while a part does not work properly: database, carts, search, mail, payment, model, backup',
      labelNames: ['part'],
      registers: [registry],
    }),
  };
}
