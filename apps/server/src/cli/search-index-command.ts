import { Command } from 'commander';
import type { SearchConfig } from '../config/config.ts';
import { CommandFailure, interruptSignal, outputOf, withRuntime } from './command-context.ts';
import { createIndexingBar } from './progress-bar.ts';

export function searchIndexCommand(): Command {
  return new Command('search-index')
    .description('The index that OpenSearch answers searches from')
    .addCommand(
      new Command('rebuild')
        .description('Build it anew beside the one that answers, and put it in its place')
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
        .description('Whether it is there, whole and up to date')
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
                    ? 'has to be built anew'
                    : `${productsBehind.toLocaleString('en')} changed products to follow`,
                ]),
            ...otherIndices.map((other) => `also there: ${other}`),
          ];
          outputOf(command)(status, lines.join('\n'));
        }),
    );
}

/** A server that is away is no fault of Kindred's. */
function plainly(error: unknown): never {
  if (error instanceof Error && error.name === 'SearchServerError')
    throw new CommandFailure(`The search server is of no use now. ${error.message}`);
  throw error;
}

function accessOf(search: SearchConfig | undefined): { url: string; prefix: string } {
  if (search === undefined)
    throw new CommandFailure('SEARCH_URL is not set: PostgreSQL answers searches, and keeps its own index.');
  return { url: search.url, prefix: search.indexPrefix };
}
