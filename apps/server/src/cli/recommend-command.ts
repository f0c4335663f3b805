import { Command } from 'commander';
import { loadActiveModel } from '../modules/models/index.ts';
import { createPopularityCache, recommend } from '../modules/recommendations/index.ts';
import { outputOf, wholeNumber, withRuntime } from './command-context.ts';

export function recommendCommand(): Command {
  return new Command('recommend')
    .description('What the shop would recommend to a user on its home page; nothing is logged as shown')
    .requiredOption('--user <id>', 'user_id')
    .option('-k <n>', 'how many', wholeNumber('-k', 1, 100), 10)
    .action(async (options: { user: string; k: number }, command: Command) => {
      const page = await withRuntime(async ({ db, config, logger }) => {
        const model = await loadActiveModel(db, config.dataDir);
        return recommend(
          { db, logger, popularity: createPopularityCache(db), activeModel: () => model },
          {
            context: 'home',
            shopper: { userId: options.user, visitorId: undefined },
            productId: undefined,
            limit: options.k,
            offset: 0,
          },
        );
      });
      outputOf(command)(
        { user_id: options.user, model_version: page.modelVersion ?? null, items: page.items },
        page.items
          .map(
            ({ position, product, source, reason }) =>
              `${position}. ${product.title} (${source}: ${reason.text})`,
          )
          .join('\n'),
      );
    });
}
