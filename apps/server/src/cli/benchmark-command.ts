import { availableParallelism } from 'node:os';
import { benchmark } from '@kindred/recommender';
import { Command, Option } from 'commander';
import { interruptSignal, outputOf, wholeNumber } from './command-context.ts';
import { trainingLine } from './training-line.ts';

export function benchmarkCommand(): Command {
  return new Command('benchmark')
    .description(
      'Train on DIR/train.txt[.gz] and rank all items for DIR/test.txt[.gz], in the layout of LightGCN',
    )
    .argument('<dir>')
    .addOption(
      new Option('--model <kind>', 'what to train').choices(['lightgcn', 'popularity']).default('lightgcn'),
    )
    .option('--seed <s>', 'the same seed gives the same figures', wholeNumber('--seed', 0, 4294967295), 1)
    .option(
      '--threads <n>',
      'threads to train with',
      wholeNumber('--threads', 1, 64),
      Math.min(availableParallelism(), 8),
    )
    .action(
      async (
        dir: string,
        options: { model: 'lightgcn' | 'popularity'; seed: number; threads: number },
        command: Command,
      ) => {
        const line = trainingLine(process.stderr);
        const result = await benchmark({
          directory: dir,
          ...options,
          onProgress: line.show,
          signal: interruptSignal(),
        }).finally(line.end);
        outputOf(command)(
          result,
          [
            `${result.model}, seed ${result.seed}: Recall@20 ${result['recall@20'].toFixed(4)}, NDCG@20 ${result['ndcg@20'].toFixed(4)}`,
            `trained in ${result.train_seconds.toFixed(1)} s, evaluated in ${result.evaluate_seconds.toFixed(1)} s, at most ${result.peak_rss_mb} MB of memory`,
          ].join('\n'),
        );
      },
    );
}
