/** @file What a proof is: a file in `proofs/`, named as the proof, that exports `proof`. */

export type Parameters = Readonly<Record<string, number | string>>;

/** JSON. A document quotes a number or a text in it by its path, so no key has a dot. */
export type Figure =
  | number
  | string
  | boolean
  | null
  | readonly Figure[]
  | { readonly [key: string]: Figure };

export interface ProofRun<P extends Parameters> {
  /** All randomness of the proof comes from it. */
  readonly seed: number;
  readonly parameters: P;
  /** Aborted when the person who waits gives up. */
  readonly signal: AbortSignal;
  /** Writes a line of progress on stderr. */
  report(line: string): void;
}

export interface ProofOutcome {
  readonly figures: Readonly<Record<string, Figure>>;
  /** A sentence for each claim that did not hold, with what repeats it. None: the proof holds. */
  readonly violations: readonly string[];
}

interface ProofDefinition<P extends Parameters, Short> {
  /** The claim, in one sentence. */
  readonly summary: string;
  readonly seed: number;
  /** Of the long form. `npm run prove NAME -- --rounds 20` replaces `rounds`. */
  readonly parameters: P;
  /** What the short form, which runs in `npm test`, has instead. */
  readonly short: Short;
  /** `createTestDatabase` and `createTestShop` work in `run`. */
  readonly needsDatabase?: boolean;
  /** What this machine lacks for the proof, in a sentence; `npm test` then skips it. */
  missing?(parameters: P): string | undefined;
  run(run: ProofRun<P>): Promise<ProofOutcome>;
}

export type Proof = ProofDefinition<Parameters, Parameters>;

type Widened<P> = { readonly [K in keyof P]: P[K] extends number ? number : string };

/** `run` knows the parameters by name, each as a number or a text. */
export function defineProof<P extends Record<string, number | string>>(
  proof: ProofDefinition<Widened<P>, Partial<Widened<P>>> & { readonly parameters: P },
): Proof {
  return proof as unknown as Proof;
}

/** `docs/proofs/NAME.json`. */
export interface ProofRecord {
  readonly name: string;
  /** Repeats this run. */
  readonly command: string;
  /** Null outside a git checkout. */
  readonly commit: string | null;
  /** Whether the sources differed from the commit. */
  readonly dirty: boolean;
  readonly started_at: string;
  /** By the clock. */
  readonly seconds: number;
  /** User and system, of this process and the children that it has ended, a private PostgreSQL among them. */
  readonly cpu_seconds: number;
  readonly cores: number;
  readonly node: string;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly figures: ProofOutcome['figures'];
  readonly held: boolean;
  readonly violations: readonly string[];
}
