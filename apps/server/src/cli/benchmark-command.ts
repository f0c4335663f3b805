import { availableParallelism } from 'node:os';
import { type BenchmarkResult, benchmark, benchmarkModels, InteractionFileError } from '@kindred/recommender';
import { Command, Option } from 'commander';
import { CommandFailure, interruptSignal, outputOf, wholeNumber } from './command-context.ts';
import { withInterval } from './describe-metrics.ts';
import { trainingLine } from './training-line.ts';

interface BenchmarkFlags {
  model: string;
  layout?: 'lists' | 'rows';
  seed: number;
  threads: number;
}

export function benchmarkCommand(): Command {
  return new Command('benchmark')
    .description(
      'Train on DIR/train.txt[.gz] and rank all items for DIR/test.txt[.gz]: “user item item ...” as for LightGCN, or one interaction per line with any usual separator',
    )
    .argument('<dir>')
    .addOption(
      new Option('--model <kind>', 'the kind of model to train')
        .choices(benchmarkModels)
        .default(benchmarkModels[0]),
    )
    .addOption(
      new Option(
        '--layout <kind>',
        'whether a line is a user’s list or one interaction (default: detected automatically)',
      ).choices(['lists', 'rows']),
    )
    .option('--seed <s>', 'the same seed gives the same figures', wholeNumber('--seed', 0, 4294967295), 1)
    .option(
      '--threads <n>',
      'threads to train with',
      wholeNumber('--threads', 1, 64),
      Math.min(availableParallelism(), 8),
    )
    .action(async (dir: string, options: BenchmarkFlags, command: Command) => {
      const line = trainingLine(process.stderr);
      const result = await benchmark({
        directory: dir,
        ...options,
        onStep: line.step,
        onProgress: line.show,
        signal: interruptSignal(),
      })
        .catch((error: unknown) => {
          throw error instanceof InteractionFileError ? new CommandFailure(error.message) : error;
        })
        .finally(line.end);
      outputOf(command)(result, describe(result).join('\n'));
    });
}

function describe(result: BenchmarkResult): string[] {
  const count = (number: number, what: string) => `${number.toLocaleString('en')} ${what}`;
  const notes = [
    ['Pairs that came again in train, counted once', result.train_repeated],
    ['Pairs that came again in test, counted once', result.test_repeated],
    [
      'Users of test without an interaction in train, who count in the figures',
      result.test_users_without_training,
    ],
    [
      'Items of test without an interaction in train, which can hardly be found',
      result.test_items_without_training,
    ],
    [
      'Pairs of test that are in train too, so never ranked, and count as missed',
      result.test_interactions_in_training,
    ],
  ] as const;
  return [
    `${result.model}, seed ${result.seed}: Recall@20 ${figure(result, 'recall@20')}, NDCG@20 ${figure(result, 'ndcg@20')}`,
    `over ${count(result.test_users, 'users of test; in brackets 95 % confidence')}`,
    `trained in ${result.train_seconds.toFixed(1)} s, evaluated in ${result.evaluate_seconds.toFixed(1)} s, at most ${result.peak_rss_mb} MB of memory`,
    `${count(result.users, 'users')}, ${count(result.items, 'items')}, ${count(result.train_interactions, 'interactions to train on')}, ${count(result.test_interactions, 'to test on')}`,
    result.layout === 'lists'
      ? 'Read as “user item item ...”, a line a user.'
      : `Read as “${result.layout}”, a line an interaction${/rating|time/.test(result.layout) ? '; ratings and times are not used' : ''}.`,
    ...notes.flatMap(([what, number]) => (number > 0 ? [`${what}: ${number.toLocaleString('en')}`] : [])),
  ];
}

function figure(result: BenchmarkResult, metric: 'recall@20' | 'ndcg@20'): string {
  return withInterval(result[metric], result[`${metric}_interval`]);
}
