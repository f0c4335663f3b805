import { Command } from 'commander';
import type { SearchConfig } from '../config/config.ts';
import { CommandFailure, interruptSignal, outputOf, withRuntime } from './command-context.ts';
import { createIndexingBar } from './progress-bar.ts';

export function searchIndexCommand(): Command {
  return new Command('search-index')
    .description('Manage the index from which OpenSearch answers searches')
    .addCommand(
      new Command('rebuild')
        .description('Build a new index beside the active one, and replace it')
        .action(async (_options, command: Command) => {
          const { rebuildIndex } = await import('../adapters/opensearch-search-index/administer-index.ts');
          const progress = createIndexingBar(process.stderr);
          const built = await withRuntime(({ db, config }) =>
            rebuildIndex({ ...accessOf(config.search), db, signal: interruptSignal() }, (done, total) =>
              progress.show({ done, total }),
            ).finally(progress.end),
          ).catch(plainly);
          outputOf(command)(built, `${built.index}: ${built.products.toLocaleString('en')} products.`);
        }),
    )
    .addCommand(
      new Command('status')
        .description('Show whether the index exists, is complete and is up to date')
        .action(async (_options, command: Command) => {
          const { inspectIndex } = await import('../adapters/opensearch-search-index/administer-index.ts');
          const status = await withRuntime(({ db, config }) =>
            inspectIndex({ ...accessOf(config.search), db, signal: interruptSignal() }),
          ).catch(plainly);
          const {
            server,
            index,
            documents,
            products,
            listedProducts,
            followedAt,
            productsBehind,
            otherIndices,
          } = status;
          const lines = [
            `${server}: ${index ?? 'no index is built yet; a running shop builds it, and so does kindred search-index rebuild'}`,
            `${products.toLocaleString('en')} of ${listedProducts.toLocaleString('en')} listed products`,
            ...(documents === products
              ? []
              : [`${documents.toLocaleString('en')} items: the products of a group are one`]),
            ...(followedAt === null ? [] : [`followed the shop until ${followedAt}`]),
            ...(index === null
              ? []
              : [
                  productsBehind === null
                    ? 'has to be rebuilt'
                    : `${productsBehind.toLocaleString('en')} changed products to follow`,
                ]),
            ...otherIndices.map((other) => `other index: ${other}`),
          ];
          outputOf(command)(status, lines.join('\n'));
        }),
    );
}

/** Reports a search server that is down without a stack, because it is not a bug of Kindred. */
function plainly(error: unknown): never {
  if (error instanceof Error && error.name === 'SearchServerError')
    throw new CommandFailure(`The search server cannot be used now. ${error.message}`);
  throw error;
}

function accessOf(search: SearchConfig | undefined): { url: string; prefix: string } {
  if (search === undefined)
    throw new CommandFailure('SEARCH_URL is not set, so PostgreSQL answers searches with its own index.');
  return { url: search.url, prefix: search.indexPrefix };
}
