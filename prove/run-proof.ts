import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Parameters, Proof, ProofOutcome, ProofRecord } from './proof.ts';
import { withDatabaseServer } from './with-database-server.ts';

export interface RunOptions {
  readonly name: string;
  readonly proof: Proof;
  readonly seed?: number;
  readonly parameters?: Parameters;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** Runs a proof and measures the run. If the proof throws, it does not hold. Throws if the run is aborted or the machine has not what the proof needs. */
export async function runProof({
  name,
  proof,
  seed = proof.seed,
  parameters = {},
  signal,
  report,
}: RunOptions): Promise<ProofRecord> {
  const used = { ...proof.parameters, ...parameters };
  const missing = proof.missing?.(used);
  if (missing !== undefined) throw new Error(missing);
  const startedAt = new Date();
  const [wall, cpu] = [performance.now(), cpuSeconds()];
  const run = () => proof.run({ seed, parameters: used, signal, report });
  const { figures, violations } = await (proof.needsDatabase ? withDatabaseServer(run) : run()).catch(
    (error): ProofOutcome => {
      signal.throwIfAborted();
      return {
        figures: {},
        violations: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      };
    },
  );
  signal.throwIfAborted();
  return {
    name,
    command: commandOf(name, proof, seed, used),
    ...sourcesState(),
    started_at: startedAt.toISOString(),
    seconds: rounded((performance.now() - wall) / 1_000),
    cpu_seconds: rounded(cpuSeconds() - cpu),
    cores: availableParallelism(),
    node: process.versions.node,
    seed,
    parameters: used,
    figures,
    held: violations.length === 0,
    violations,
  };
}

function commandOf(name: string, proof: Proof, seed: number, parameters: Parameters): string {
  const changed = Object.entries(parameters).filter(([key, value]) => value !== proof.parameters[key]);
  const options = Object.entries({ ...(seed !== proof.seed && { seed }), ...Object.fromEntries(changed) });
  const words = options.map(([key, value]) => `--${key} ${value}`);
  return ['npm run prove', name, ...(words.length > 0 ? ['--'] : []), ...words].join(' ');
}

/** Ignores the files that proofs write. */
function sourcesState(): Pick<ProofRecord, 'commit' | 'dirty'> {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' });
  const head = git('rev-parse', 'HEAD');
  if (head.status !== 0) return { commit: null, dirty: false };
  const changes = git('status', '--porcelain', '--', '.', ':!docs/proofs').stdout;
  return { commit: head.stdout.trim(), dirty: changes !== '' };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrenSeconds();
}

/** Linux reports the CPU time of ended children, in hundredths of a second. Elsewhere they are not counted. */
function childrenSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // Fields 16 and 17 of proc_pid_stat(5), counted after the name, which may contain blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
