import { modelKinds } from '@kindred/recommender';
import { Command, Option } from 'commander';
import { trainModel } from '../modules/finding/models/index.ts';
import { readShop } from '../modules/running/shop/index.ts';
import { CommandFailure, interruptSignal, outputOf, wholeNumber, withRuntime } from './command-context.ts';
import { describeReport } from './describe-metrics.ts';
import { trainingLine } from './training-line.ts';

export function trainCommand(): Command {
  return new Command('train')
    .description('Train a model on the shop’s own interactions; it becomes active if it passes the gate')
    .addOption(
      new Option('--model <kind>', 'the kind of model to train')
        .choices(modelKinds.map((kind) => kind.name))
        .default(modelKinds[0].name),
    )
    .option(
      '--seed <s>',
      'the same data and seed give the same model',
      wholeNumber('--seed', 0, 4294967295),
      1,
    )
    .action(async (options: { model: string; seed: number }, command: Command) => {
      const line = trainingLine(process.stderr);
      const outcome = await withRuntime(async ({ db, config }) =>
        trainModel({
          db,
          dataDir: config.dataDir,
          signals: (await readShop(db)).recommendations.signals,
          kind: options.model,
          seed: options.seed,
          threads: config.threads,
          trainedBy: 'kindred train',
          onProgress: line.show,
          signal: interruptSignal(),
        }),
      ).finally(line.end);

      switch (outcome.code) {
        case 'already-training':
          throw new CommandFailure('A training is already running, in this process or another.');
        case 'nothing-new':
          throw new CommandFailure('The model has already learnt all these data.');
        case 'not-enough-data':
          throw new CommandFailure(
            `The shop has ${outcome.interactions} interactions to learn from, but a training needs at least ${outcome.least}. Import some first: kindred import reviews FILE`,
          );
        case 'nothing-to-test':
          throw new CommandFailure(
            `Too few of the ${outcome.interactions} interactions are with products that can be recommended, so a model cannot be tested. Describe the products first: kindred import meta FILE`,
          );
        case 'trained': {
          const { model } = outcome;
          outputOf(command)(
            model,
            [`${model.modelVersion} is ${model.status}.`, ...describeReport(model.report)].join('\n'),
          );
          return;
        }
        default:
          outcome satisfies never;
      }
    });
}
