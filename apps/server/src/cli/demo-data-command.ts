import type { DemoAttribute, DemoDataSize } from '@kindred/demo/data';
import { Command } from 'commander';
import { demoSize, loadDemoData } from '../modules/running/demo-files/index.ts';
import { outputOf, wholeNumber } from './command-context.ts';

export function demoDataCommand(): Command {
  return new Command('demo-data')
    .description('Write the demo catalogue as Amazon Reviews 2023 files, for `kindred import`')
    .option('--products <n>', 'products', wholeNumber('--products', 12, 1_000_000), demoSize.products)
    .option('--users <n>', 'shoppers', wholeNumber('--users', 10, 10_000_000), demoSize.users)
    .option('--reviews <n>', 'reviews', wholeNumber('--reviews', 10, 100_000_000), demoSize.reviews)
    .option(
      '--seed <s>',
      'the same seed writes the same files',
      wholeNumber('--seed', 0, 4294967295),
      demoSize.seed,
    )
    .option('--out <dir>', 'the folder to write to', 'demo-data')
    .action(async (options, command: Command) => {
      const { out, ...size } = options as DemoDataSize & { out: string };
      const { demoAttributes, generateDemoData } = await loadDemoData();
      const summary = await generateDemoData({ ...size, outDir: out });
      outputOf(command)(
        summary,
        [
          `Wrote ${size.products} products in ${summary.variants} variants, and ${size.reviews} reviews by ${size.users} shoppers, to ${out}.`,
          'Before you import them, declare their attributes:',
          ...demoAttributes.map(declarationOf),
        ].join('\n'),
      );
    });
}

const declarationOf = ({ code, kind, sources, isFacet }: DemoAttribute): string =>
  `  kindred attributes declare ${code} --kind ${kind} --from ${sources.join(' ')}${isFacet ? '' : ' --no-filter'}`;
