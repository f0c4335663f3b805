import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { RecommenderModel } from '@kindred/recommender';
import { findAllPeople, makeShelves, peopleInChunk } from '../modules/finding/batches/index.ts';
import type { Recommendations } from '../modules/finding/recommendations/index.ts';

/** Writes the shelves of all people as JSON Lines, compressed if the name of the file ends with `.gz`. */
export async function recommendAll({
  recommendations,
  model,
  limit,
  file,
}: {
  recommendations: Recommendations;
  model: RecommenderModel | undefined;
  limit: number;
  file: string;
}): Promise<{ people: number; items: number }> {
  const total = { people: 0, items: 0 };
  async function* lines(): AsyncGenerator<string> {
    for (let after = ''; ; ) {
      const userIds = await findAllPeople(recommendations.db, { after, most: peopleInChunk });
      if (userIds.length === 0) return;
      after = userIds.at(-1)!;
      const made = await makeShelves(recommendations, { model, userIds, limit });
      total.people += made.shelves;
      total.items += made.items;
      yield made.lines;
    }
  }
  const partial = `${file}.partial`;
  try {
    const out = createWriteStream(partial);
    await (file.endsWith('.gz') ? pipeline(lines, createGzip(), out) : pipeline(lines, out));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return total;
}
