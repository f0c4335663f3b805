import type { FastifyInstance } from 'fastify';
import type { ApiPlugin } from './http/api.ts';
import type { JobHandler, JobSchedule } from './jobs/job-runner.ts';

/**
 * What the door of a module gives the server: whatever it has of this is put in its place. What other modules need of it stands
 * beside, by name.
 */
export interface Module {
  /** As its folder is called. */
  readonly name: string;
  /** The package that brings it. Undefined: it is Kindred's own. */
  readonly addedBy?: string;
  /** Below `/api/v1`. */
  readonly routes?: readonly ApiPlugin[];
  /** Outside of it. */
  readonly pages?: readonly ApiPlugin[];
  /** By their names, which are the module's alone. */
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly schedules?: readonly JobSchedule[];
  /** What `/readyz` tells of it. */
  readonly health?: readonly HealthPart[];
  /** Adds hooks to the whole application, before there is a route. */
  register?(app: FastifyInstance): void;
  /** Adds hooks to `/api/v1`, before it has a route. */
  registerApi?(api: FastifyInstance): void;
  /** This node stops: answers that go on as long as their readers stay end now. */
  endStreams?(): void;
  /** Somebody’s account is erased: whatever the module keeps about them goes. */
  forgetUser?(userId: string): Promise<void>;
  /** When no job runs any more, the last module of the list first. */
  close?(): Promise<void>;
}

/** What a part says of itself: its version, and what is wrong with it in words that anybody may read. */
export interface HealthReport {
  readonly version?: string;
  readonly trouble?: string | undefined;
}

/** A part of the shop, as `/readyz` and the metric `kindred_part_degraded` name it. */
export interface HealthPart {
  readonly name: string;
  /** What its failure means. Down: nothing can be sold, and no more requests should come here. */
  readonly inTrouble?: 'degraded' | 'down';
  /** Looks for itself, at most once in five seconds and for two at the most. What it throws is trouble, which the log tells. */
  readonly check?: () => Promise<HealthReport>;
  /** What this node knows without looking; it goes before what `check` found. */
  readonly known?: () => HealthReport;
}
