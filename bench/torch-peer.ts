import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

export type PeerInputs = Readonly<Record<string, Float32Array | Int32Array>>;

/** A PyTorch program in a separate process that does its work once per call; see `peers/peer.py`. */
export class TorchPeer {
  /** PyTorch's version and its threads. */
  readonly version: string;
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #folder: string;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, folder: string, version: string) {
    this.#process = child;
    this.#lines = lines;
    this.#folder = folder;
    this.version = version;
  }

  /**
   * Starts `peers/SCRIPT` with arrays and numbers. If there is no Python with PyTorch, resolves to a sentence
   * that says so and what to do.
   */
  static async start(
    script: string,
    inputs: PeerInputs,
    settings: Readonly<Record<string, number | string>>,
  ): Promise<TorchPeer | string> {
    const folder = await mkdtemp(join(tmpdir(), 'kindred-bench-'));
    for (const [name, data] of Object.entries(inputs)) {
      await writeFile(
        join(folder, `${name}.bin`),
        new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      );
    }
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    const python = process.env.PYTHON ?? 'python3';
    const child = spawn(python, [join(import.meta.dirname, 'peers', script), folder], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr!.on('data', (chunk) => (complaint += chunk));
    const lines = (createInterface({ input: child.stdout! }) as Interface)[Symbol.asyncIterator]();
    const started = await Promise.race([
      lines.next(),
      once(child, 'error').then(() => ({ done: true, value: '' })),
    ]);
    if (!started.done) return new TorchPeer(child, lines, folder, String(started.value));
    await rm(folder, { recursive: true });
    const reason = complaint.trim().split('\n').at(-1) || `${python} does not start`;
    return `PyTorch did not take part (${reason}). Install it with \`pip install torch\` and name that Python in PYTHON.`;
  }

  /** Does the work once and returns its milliseconds, measured inside. */
  async run(): Promise<number> {
    return Number(await this.#ask('run'));
  }

  /** Returns the result of the last run. */
  async result(): Promise<Float32Array<ArrayBuffer>> {
    await this.#ask('write');
    return new Float32Array(new Uint8Array(await readFile(join(this.#folder, 'result.bin'))).buffer);
  }

  async stop(): Promise<void> {
    this.#process.kill();
    await rm(this.#folder, { recursive: true });
  }

  async #ask(command: string): Promise<string> {
    this.#process.stdin!.write(`${command}\n`);
    const { done, value } = await this.#lines.next();
    if (done) throw new Error('The PyTorch peer ended early.');
    return value;
  }
}
