import type { ModelReport } from '@kindred/recommender';
import { Command } from 'commander';
import {
  findModel,
  listModels,
  type ModelRecord,
  promoteModel,
  shadowModel,
  UnusableModelError,
} from '../modules/finding/models/index.ts';
import { CommandFailure, outputOf, withRuntime } from './command-context.ts';
import { describeReport } from './describe-metrics.ts';

function asFailure(error: unknown): never {
  throw error instanceof UnusableModelError ? new CommandFailure(error.message) : error;
}

export function modelsCommand(): Command {
  return new Command('models')
    .description('Manage the trained models')
    .addCommand(
      new Command('list')
        .description('List the versions, the newest first')
        .action(async (_options, command: Command) => {
          const models = await withRuntime(({ db }) => listModels(db));
          outputOf(command)(
            models,
            models
              .map(
                (model) => `${model.modelVersion}  ${model.status}${model.note ? `  (${model.note})` : ''}`,
              )
              .join('\n') || 'No model has been trained yet. To train one: kindred train',
          );
        }),
    )
    .addCommand(
      new Command('show')
        .description('Show a version: its metrics, its data, its history')
        .argument('<version>')
        .action(async (version: string, _options, command: Command) => {
          const model = await withRuntime(({ db }) => findModel(db, version));
          if (!model)
            throw new CommandFailure(`The model ${version} does not exist. List all: kindred models list`);
          outputOf(command)(model, describe(model).join('\n'));
        }),
    )
    .addCommand(
      new Command('promote')
        .description('Make a version the active one, on every node')
        .argument('<version>')
        .action(async (version: string, _options, command: Command) => {
          const outcome = await withRuntime(({ db, config: { dataDir } }) =>
            promoteModel({ db, dataDir, modelVersion: version, promotedBy: 'kindred models promote' }),
          ).catch(asFailure);
          if (outcome === 'not-found')
            throw new CommandFailure(`The model ${version} does not exist. List all: kindred models list`);
          outputOf(command)({ modelVersion: version, status: 'active' }, `${version} is active.`);
        }),
    )
    .addCommand(
      new Command('shadow')
        .description('Keep a version loaded beside the active one, on every node')
        .argument('<version>')
        .action(async (version: string, _options, command: Command) => {
          const outcome = await withRuntime(({ db, config: { dataDir } }) =>
            shadowModel({ db, dataDir, modelVersion: version }),
          ).catch(asFailure);
          if (outcome === 'not-found')
            throw new CommandFailure(`The model ${version} does not exist. List all: kindred models list`);
          if (outcome === 'active') throw new CommandFailure(`${version} is the active version.`);
          outputOf(command)({ modelVersion: version, status: 'shadow' }, `${version} is now a shadow.`);
        }),
    );
}

function describe({
  modelVersion,
  status,
  note,
  createdAt,
  promotedAt,
  promotedBy,
  manifest,
}: ModelRecord): string[] {
  const report = (manifest.report ?? {}) as Partial<ModelReport>;
  const { graph } = report;
  return [
    `${modelVersion} is ${status}${note ? `: ${note}` : ''}.`,
    ...(graph
      ? [
          `It learnt from ${graph.numInteractions.toLocaleString('en')} interactions of ${graph.numUsers.toLocaleString('en')} people with ${graph.numItems.toLocaleString('en')} products.`,
        ]
      : []),
    ...describeReport(report),
    `Created at ${createdAt.toISOString()}${promotedAt ? `, activated at ${promotedAt.toISOString()} by ${promotedBy}` : ''}.`,
    'All details: --json',
  ];
}
