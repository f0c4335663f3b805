/** @file A proof is a file in `proofs/` with the proof's name, which exports `proof`. */

export type Parameters = Readonly<Record<string, number | string>>;

/** JSON. A document quotes a number or a text in it by its path, so no key may have a dot. */
export type Figure =
  | number
  | string
  | boolean
  | null
  | readonly Figure[]
  | { readonly [key: string]: Figure };

export interface ProofRun<P extends Parameters> {
  /** The source of all randomness in the proof. */
  readonly seed: number;
  readonly parameters: P;
  /** Aborts when the user interrupts the run. */
  readonly signal: AbortSignal;
  /** Writes a line of progress on stderr. */
  report(line: string): void;
}

export interface ProofOutcome {
  readonly figures: Readonly<Record<string, Figure>>;
  /** A sentence for each claim that did not hold, with what is needed to repeat it. Empty: the proof holds. */
  readonly violations: readonly string[];
}

interface ProofDefinition<P extends Parameters, Short> {
  /** The claim, in one sentence. */
  readonly summary: string;
  readonly seed: number;
  /** The parameters of the long form. `npm run prove NAME -- --rounds 20` replaces `rounds`. */
  readonly parameters: P;
  /** The parameters that differ in the short form, which `npm test` runs. */
  readonly short: Short;
  /** True: `run` may use `createTestDatabase` and `createTestShop`. */
  readonly needsDatabase?: boolean;
  /** Returns a sentence that says what this machine lacks for the proof; `npm test` then skips it. */
  missing?(parameters: P): string | undefined;
  run(run: ProofRun<P>): Promise<ProofOutcome>;
}

export type Proof = ProofDefinition<Parameters, Parameters>;

type Widened<P> = { readonly [K in keyof P]: P[K] extends number ? number : string };

/** Types the parameters of `run` by name, each as a number or a text. */
export function defineProof<P extends Record<string, number | string>>(
  proof: ProofDefinition<Widened<P>, Partial<Widened<P>>> & { readonly parameters: P },
): Proof {
  return proof as unknown as Proof;
}

/** `docs/proofs/NAME.json`. */
export interface ProofRecord {
  readonly name: string;
  /** The command that repeats this run. */
  readonly command: string;
  /** Null outside a git checkout. */
  readonly commit: string | null;
  /** Whether the sources differed from the commit. */
  readonly dirty: boolean;
  readonly started_at: string;
  /** Wall time. */
  readonly seconds: number;
  /** User and system time of this process and its ended children, including a private PostgreSQL. */
  readonly cpu_seconds: number;
  readonly cores: number;
  readonly node: string;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly figures: ProofOutcome['figures'];
  readonly held: boolean;
  readonly violations: readonly string[];
}
