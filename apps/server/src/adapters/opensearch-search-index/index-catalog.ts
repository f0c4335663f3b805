/** @file Lists the indices and says which one is active. */
import type { SearchLanguage } from '../../config/config.ts';
import { type Json, type SearchConnection, statusOf, workTimeoutMs } from './connection.ts';
import type { IndexNames } from './index-names.ts';
import { indexMapping, indexSettings } from './index-schema.ts';
import { amongProducts } from './nested-products.ts';

/** Settings for filling an index quickly, while no search asks it. */
const filling = { refresh_interval: -1, 'translog.durability': 'async' };
const answering = { refresh_interval: '1s', 'translog.durability': 'request' };

interface CountedDocuments {
  readonly hits: { readonly total: { readonly value: number } };
  readonly aggregations: { readonly products: { readonly doc_count: number } };
}

export interface IndexCatalog {
  /** Returns the index behind the alias, or undefined if none was built. */
  active(): Promise<string | undefined>;
  all(): Promise<string[]>;
  create(index: string, language: SearchLanguage): Promise<void>;
  /** Makes everything that was written durable and searchable. */
  finish(index: string): Promise<void>;
  /** Switches the alias to `index` atomically. */
  activate(index: string): Promise<void>;
  remove(indices: readonly string[]): Promise<void>;
  refresh(index: string): Promise<void>;
  count(index: string): Promise<{ documents: number; products: number }>;
}

export function createIndexCatalog(connection: SearchConnection, names: IndexNames): IndexCatalog {
  const { ask } = connection;
  const catalog: IndexCatalog = {
    async active() {
      try {
        return Object.keys(await ask<Json>({ method: 'GET', path: `/_alias/${names.alias}` }))[0];
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    async all() {
      const found = await ask<Json>({ method: 'GET', path: `/${names.pattern}/_alias` });
      return Object.keys(found).sort();
    },
    async create(index, language) {
      const settings = { ...indexSettings(language), ...filling };
      await ask({
        method: 'PUT',
        path: `/${index}`,
        body: { settings: { index: settings }, mappings: indexMapping },
      });
    },
    async finish(index) {
      await ask({ method: 'PUT', path: `/${index}/_settings`, body: { index: answering } });
      await ask({ method: 'POST', path: `/${index}/_flush`, timeoutMs: workTimeoutMs });
      await catalog.refresh(index);
    },
    async activate(index) {
      const active = await catalog.active();
      const remove = active === undefined ? [] : [{ remove: { index: active, alias: names.alias } }];
      await ask({
        method: 'POST',
        path: '/_aliases',
        body: { actions: [...remove, { add: { index, alias: names.alias } }] },
      });
    },
    async remove(indices) {
      for (const index of indices)
        await ask({ method: 'DELETE', path: `/${index}`, query: { ignore_unavailable: true } });
    },
    refresh: (index) => ask({ method: 'POST', path: `/${index}/_refresh`, timeoutMs: workTimeoutMs }),
    async count(index) {
      const { hits, aggregations } = await ask<CountedDocuments>({
        method: 'POST',
        path: `/${index}/_search`,
        body: { size: 0, track_total_hits: true, aggs: { products: amongProducts({}) } },
      });
      return { documents: hits.total.value, products: aggregations.products.doc_count };
    },
  };
  return catalog;
}
