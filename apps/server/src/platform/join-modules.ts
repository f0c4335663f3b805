import { ConfigError } from '../config/config.ts';
import type { JobHandler, JobSchedule } from './jobs/job-runner.ts';
import type { HealthPart, Module } from './module.ts';

export interface JoinedModules {
  readonly jobs: Readonly<Record<string, JobHandler>>;
  readonly schedules: readonly JobSchedule[];
  readonly health: readonly HealthPart[];
}

/**
 * @throws ConfigError if two modules have the same name, or a job or part with the same name, or if one schedules a job that it does not have
 */
export function joinModules(modules: readonly Module[]): JoinedModules {
  const owners = new Map<string, Module>();
  function claim(what: string, module: Module): void {
    const owner = owners.get(what);
    if (owner) throw new ConfigError(`Two modules have ${what}: ${called(owner)} and ${called(module)}.`);
    owners.set(what, module);
  }
  for (const module of modules) {
    const { name, jobs = {}, schedules = [], health = [] } = module;
    claim(`the name ${name}`, module);
    for (const job of Object.keys(jobs)) claim(`a job ${job}`, module);
    for (const part of health) claim(`a part ${part.name} in /readyz`, module);
    for (const schedule of schedules)
      if (!Object.hasOwn(jobs, schedule.name))
        throw new ConfigError(
          `The module ${called(module)} schedules ${schedule.name}, but it has no such job.`,
        );
  }
  return {
    jobs: Object.assign({}, ...modules.map(({ jobs }) => jobs)),
    schedules: modules.flatMap(({ schedules = [] }) => schedules),
    health: modules.flatMap(({ health = [] }) => health),
  };
}

/** Returns the name of a module for messages. */
export const called = ({ name, addedBy }: Module): string =>
  addedBy === undefined ? name : `${name} of the extension ${addedBy}`;
