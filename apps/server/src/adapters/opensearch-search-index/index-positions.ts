/** @file How far each index has followed the database. Positions are stored beside the indices, so that a restore brings both back. */
import { type SearchConnection, statusOf } from './connection.ts';
import type { IndexNames } from './index-names.ts';
import type { ChangePosition } from './search-change-repository.ts';

export interface IndexPositions {
  /** Call it before the first write. */
  prepare(): Promise<void>;
  read(index: string): Promise<ChangePosition | undefined>;
  write(index: string, position: ChangePosition): Promise<void>;
  remove(index: string): Promise<void>;
}

export function createIndexPositions(connection: SearchConnection, names: IndexNames): IndexPositions {
  const pathOf = (index: string) => `/${names.positions}/_doc/${index}`;
  return {
    async prepare() {
      const body = {
        settings: { index: { number_of_shards: 1, auto_expand_replicas: '0-1' } },
        mappings: { dynamic: false },
      };
      await connection.ask({ method: 'PUT', path: `/${names.positions}`, body }).catch((error: unknown) => {
        // The index exists already.
        if (statusOf(error) !== 400) throw error;
      });
    },
    async read(index) {
      try {
        const answer = await connection.ask<{ _source?: ChangePosition }>({
          method: 'GET',
          path: pathOf(index),
        });
        return answer._source;
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    async write(index, position) {
      await connection.ask({ method: 'PUT', path: pathOf(index), body: { ...position } });
    },
    async remove(index) {
      await connection.ask({ method: 'DELETE', path: pathOf(index) }).catch((error: unknown) => {
        if (statusOf(error) !== 404) throw error;
      });
    },
  };
}
