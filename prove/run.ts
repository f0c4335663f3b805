/** @file `npm run prove [NAME] [-- options]`: lists the proofs, runs one, or all; the record goes to `docs/proofs/NAME.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Parameters, Proof } from './proof.ts';
import { readProofs } from './read-proofs.ts';
import { runProof } from './run-proof.ts';

const recordsFolder = join(import.meta.dirname, '../docs/proofs');

class UsageError extends Error {}

interface Wanted {
  readonly seed?: number;
  readonly short: boolean;
  readonly out?: string;
  readonly parameters: Parameters;
}

function describe(proofs: ReadonlyMap<string, Proof>): string {
  const lines = [...proofs].map(([name, { summary, seed, parameters }]) => {
    const options = Object.entries({ seed, ...parameters }).map(([key, value]) => `--${key} ${value}`);
    return `  ${name}\n      ${summary}\n      ${options.join(' ')}`;
  });
  return `Usage: npm run prove NAME|all [-- --seed S] [-- --PARAMETER VALUE] [-- --short] [-- --out FILE]

${lines.join('\n')}

  --short   the small form that npm test runs; writes its record only to --out
  --out     where the record goes (default: docs/proofs/NAME.json)`;
}

function readArguments(args: readonly string[], proof: Proof | undefined): Wanted {
  const models: Parameters = { ...proof?.parameters, seed: 0, ...(proof && { out: '' }) };
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(Object.keys(models).map((key) => [key, { type: 'string' as const }])),
        short: { type: 'boolean' },
      },
    });
    const { short, ...texts } = values as { short?: boolean } & Record<string, string>;
    const given = Object.entries(texts).map(([key, text]) => [key, readValue(key, text, models[key]!)]);
    const { seed, out, ...parameters } = Object.fromEntries(given);
    return {
      short: short ?? false,
      parameters,
      ...(seed !== undefined && { seed }),
      ...(out !== undefined && { out: resolve(out) }),
    };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readValue(name: string, text: string, model: number | string): number | string {
  if (typeof model === 'string') return text;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new UsageError(`--${name} must be a number, not "${text}".`);
  return value;
}

async function prove(name: string, proof: Proof, wanted: Wanted, signal: AbortSignal): Promise<boolean> {
  const started = performance.now();
  const report = (line: string) =>
    process.stderr.write(
      `${name} ${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${line}\n`,
    );
  report(proof.summary);
  const record = await runProof({
    name,
    proof,
    parameters: { ...(wanted.short && proof.short), ...wanted.parameters },
    ...(wanted.seed !== undefined && { seed: wanted.seed }),
    signal,
    report,
  });
  const text = `${JSON.stringify(record, null, 2)}\n`;
  process.stdout.write(text);
  const file = wanted.out ?? (wanted.short ? undefined : join(recordsFolder, `${name}.json`));
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  report(record.held ? 'holds' : `DOES NOT HOLD:\n${record.violations.join('\n')}`);
  return record.held;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const proofs = await readProofs();
  if (name === undefined || name === '--help') {
    console.log(describe(proofs));
    return 0;
  }
  const proof = proofs.get(name);
  if (proof === undefined && name !== 'all') {
    throw new UsageError(`There is no proof "${name}".\n\n${describe(proofs)}`);
  }
  const wanted = readArguments(args, proof);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  let held = true;
  for (const [each, one] of proof ? [[name, proof] as const] : proofs) {
    held = (await prove(each, one, wanted, stop.signal)) && held;
  }
  return held ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
