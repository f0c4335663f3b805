import type { RecommenderModel } from '@kindred/recommender';
import { Command } from 'commander';
import { createCatalogFollower } from '../adapters/catalog-in-memory/catalog-follower.ts';
import { createListedProductsReader } from '../adapters/catalog-in-memory/listed-products.ts';
import { loadActiveModel } from '../modules/finding/models/index.ts';
import {
  createRecommendations,
  findItems,
  type Recommendations,
  recommend,
} from '../modules/finding/recommendations/index.ts';
import { rememberRules } from '../modules/finding/shelf-rules/index.ts';
import { findProfile } from '../modules/people/accounts/index.ts';
import { readShop } from '../modules/running/shop/index.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Runtime } from '../runtime.ts';
import { CommandFailure, outputOf, UsageError, wholeNumber, withRuntime } from './command-context.ts';
import { recommendAll } from './recommend-all.ts';

interface RecommendOptions {
  user?: string;
  items?: string;
  all?: boolean;
  out?: string;
  k: number;
}

/** A command reads the products once and needs no notifications. */
const deaf = { subscribe: () => undefined };

export function recommendCommand(): Command {
  return new Command('recommend')
    .description('Print what the shop would recommend on its home page; no exposures are stored')
    .option('--user <id>', 'the user_id of the shopper')
    .option(
      '--items <list>',
      'products that the shopper just viewed: parent_asin or product_id, separated by commas, the newest first',
    )
    .option('--all', 'the shelves of all people, into the file of --out')
    .option('--out <file>', 'for --all: the file, JSON Lines, compressed if its name ends with .gz')
    .option('-k <n>', 'how many', wholeNumber('-k', 1, 100), 10)
    .action(async ({ user, items, all, out, k }: RecommendOptions, command: Command) => {
      if ((all === true) !== (out !== undefined)) throw new UsageError('--all and --out FILE go together.');
      if (all && out !== undefined) return writeAll(command, { file: out, limit: k });
      if (user === undefined && items === undefined)
        throw new UsageError('Name the shopper: --user ID, or --items A,B,C; or all: --all --out FILE.');
      const page = await withRuntime(async ({ db, config, logger }) => {
        const viewed = items === undefined ? undefined : await readItems(db, items);
        if (user !== undefined && viewed === undefined && !(await findProfile(db, user)))
          throw new CommandFailure(
            `The user ${user} does not exist in this shop. For a shopper who viewed some products: --items A,B,C`,
          );
        return withRecommendations({ db, config, logger }, ({ recommendations }) =>
          recommend(recommendations, {
            context: 'home',
            shopper: { userId: user, visitorId: undefined },
            productId: undefined,
            ...(viewed && { viewed }),
            limit: k,
            shown: [],
          }),
        );
      });
      outputOf(command)(
        {
          user_id: user ?? null,
          model_version: page.modelVersion ?? null,
          items: page.items,
        },
        page.items
          .map(
            ({ position, product, source, reason }) =>
              `${position}. ${product.title} [${product.product_id}, ${product.parent_asin}] (${source}: ${reason.text})`,
          )
          .join('\n'),
      );
    });
}

/** Makes recommendations as the shop does, with the model that is active now. */
async function withRecommendations<Result>(
  { db, config, logger }: Pick<Runtime, 'config' | 'db' | 'logger'>,
  work: (made: { recommendations: Recommendations; model: RecommenderModel | undefined }) => Promise<Result>,
): Promise<Result> {
  const model = await loadActiveModel(db, config.dataDir);
  const catalog = createCatalogFollower({ db, notifications: deaf, logger });
  try {
    const listedProducts = createListedProductsReader(catalog);
    const recommendations = createRecommendations({
      db,
      listedProducts,
      activeModel: () => model,
      readRules: rememberRules(db),
      readSignals: async () => (await readShop(db)).recommendations.signals,
      logger,
    });
    return await work({ recommendations, model });
  } finally {
    await catalog.close();
  }
}

async function writeAll(command: Command, { file, limit }: { file: string; limit: number }): Promise<void> {
  const made = await withRuntime((runtime) =>
    withRecommendations(runtime, async ({ recommendations, model }) => ({
      ...(await recommendAll({ recommendations, model, limit, file })),
      modelVersion: model?.version ?? null,
    })),
  );
  outputOf(command)(
    { file, ...made },
    `${file} has the shelves of ${made.people} people, ${made.items} items.`,
  );
}

async function readItems(db: Database, list: string): Promise<number[]> {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const items = await findItems(db, names);
  const unknown = items.filter(({ productId }) => productId === undefined).map(({ name }) => name);
  if (items.length === 0) throw new UsageError('--items needs products: A,B,C.');
  if (unknown.length > 0)
    throw new CommandFailure(
      `The product ${unknown.join(', ')} does not exist. --items takes parent_asin or product_id.`,
    );
  return items.map(({ productId }) => productId!);
}
