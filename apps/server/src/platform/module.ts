import type { FastifyInstance } from 'fastify';
import type { ApiPlugin } from './http/api.ts';
import type { JobHandler, JobSchedule } from './jobs/job-runner.ts';

/**
 * What a module adds to the server. All fields except the name are optional. The module's `index.ts` exports what other modules need.
 */
export interface Module {
  /** The name of its folder. */
  readonly name: string;
  /** The extension that brings it. Undefined for Kindred's own modules. */
  readonly addedBy?: string;
  /** Routes below `/api/v1`. */
  readonly routes?: readonly ApiPlugin[];
  /** Routes outside of it. */
  readonly pages?: readonly ApiPlugin[];
  /** Jobs by name. No other module may use these names. */
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly schedules?: readonly JobSchedule[];
  /** The module's parts in `/readyz`. */
  readonly health?: readonly HealthPart[];
  /** Adds hooks to the whole application, before any route. */
  register?(app: FastifyInstance): void;
  /** Adds hooks to `/api/v1`, before any of its routes. */
  registerApi?(api: FastifyInstance): void;
  /** Ends long-running streams when the node stops. */
  endStreams?(): void;
  /** Deletes the module's data of a user whose account is erased. */
  forgetUser?(userId: string): Promise<void>;
  /** Called when no job runs any more, for the last module of the list first. */
  close?(): Promise<void>;
}

/** The state of a part: its version, and its problem in words that every caller may read. */
export interface HealthReport {
  readonly version?: string;
  readonly trouble?: string | undefined;
}

/** A part of the shop, with its name in `/readyz` and in the metric `kindred_part_degraded`. */
export interface HealthPart {
  readonly name: string;
  /** The state after a failure. `down` means that the shop cannot sell, and no more requests should come to this node. */
  readonly inTrouble?: 'degraded' | 'down';
  /** Checks the part, at most once in five seconds and for at most two. If it throws, the part has failed, and the error is logged. */
  readonly check?: () => Promise<HealthReport>;
  /** A problem that this node knows without a check. It takes precedence over the result of `check`. */
  readonly known?: () => HealthReport;
}
