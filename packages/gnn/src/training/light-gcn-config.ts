import type { LossConfig } from '../losses/loss-config.ts';

export interface LightGCNConfig {
  /** Width of an embedding. Kernels work in 16 columns at once; other widths are padded. */
  readonly embeddingDim: number;
  /** K, how often embeddings are propagated. 0 is plain matrix factorisation. */
  readonly numLayers: number;
  readonly loss: LossConfig;
  readonly negatives: {
    /** Negatives that a batch shares (sampled softmax; BPR draws one for each pair). */
    readonly count: number;
    /** Negatives are drawn in proportion to degree^popularityExponent: 0 is uniform. */
    readonly popularityExponent: number;
  };
  readonly learningRate: number;
  /** How the learning rate changes over the epochs: not at all, or in a straight line to zero at the end of `maxEpochs`. */
  readonly schedule: 'constant' | 'linear';
  /** Interactions in a step. */
  readonly batchSize: number;
  readonly maxEpochs: number;
  /**
   * Epochs without a better validation metric before training stops. With the linear schedule keep it near `maxEpochs`, because
   * a falling learning rate brings its gains last.
   */
  readonly patience: number;
  /** The factor of the squared norm of the batch's rows of the table. */
  readonly l2: number;
  /** Where the table starts: leading singular vectors, or normal draws with standard deviation 0.1. */
  readonly start: 'spectral' | 'random';
  /**
   * b: the final item embeddings are e_i |e_i|^(b-1). 1 leaves them unchanged. A loss of cosines does not train the
   * items' norms, which follow their popularity too closely after propagation. An exponent between 0 (rank by cosine) and 1 says how
   * much of the norm should count. The default is 1 for BPR and dot products, which train the norms.
   */
  readonly itemNormExponent: number;
  readonly seed: number;
}

/**
 * Chosen on interactions cut from the training sets of ml-1m and gowalla (`bench/lightgcn-validation.ts`). With a low temperature and a spectral
 * start, 8 epochs reach what BPR needs hundreds for.
 */
export const LIGHT_GCN_DEFAULTS: LightGCNConfig = {
  embeddingDim: 64,
  numLayers: 3,
  loss: { kind: 'sampled-softmax', similarity: 'cosine', temperature: 0.1 },
  negatives: { count: 512, popularityExponent: 0 },
  learningRate: 5e-3,
  schedule: 'linear',
  batchSize: 8192,
  maxEpochs: 8,
  patience: 8,
  l2: 0,
  start: 'spectral',
  itemNormExponent: 0.25,
  seed: 1,
};

/** Fills in the defaults and checks every number; throws a RangeError that names the field. */
export function completeConfig(partial: Partial<LightGCNConfig> = {}): LightGCNConfig {
  const config = {
    ...LIGHT_GCN_DEFAULTS,
    ...(isCosine(partial.loss) ? {} : { itemNormExponent: 1 }),
    ...partial,
  };
  const { loss, negatives } = config;
  checkInteger('embeddingDim', config.embeddingDim, 1, 1024);
  checkInteger('numLayers', config.numLayers, 0, 16);
  checkInteger('batchSize', config.batchSize, 1, 1 << 20);
  checkInteger('maxEpochs', config.maxEpochs, 1, 100_000);
  checkInteger('patience', config.patience, 1, 100_000);
  checkInteger('negatives.count', negatives.count, 1, 1 << 16);
  checkInteger('seed', config.seed, 0, 2 ** 32 - 1);
  checkNumber('learningRate', config.learningRate, (x) => x > 0, 'positive');
  checkNumber('l2', config.l2, (x) => x >= 0, 'zero or positive');
  checkNumber('itemNormExponent', config.itemNormExponent, (x) => x >= 0 && x <= 2, 'between 0 and 2');
  checkNumber(
    'negatives.popularityExponent',
    negatives.popularityExponent,
    (x) => x >= 0,
    'zero or positive',
  );
  if (loss.kind === 'sampled-softmax')
    checkNumber('loss.temperature', loss.temperature, (x) => x > 0, 'positive');
  return config;
}

function isCosine(loss: LossConfig = LIGHT_GCN_DEFAULTS.loss): boolean {
  return loss.kind === 'sampled-softmax' && loss.similarity === 'cosine';
}

function checkInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(`LightGCN's ${name} is ${value}; it must be an integer from ${min} to ${max}.`);
  }
}

function checkNumber(name: string, value: number, isValid: (x: number) => boolean, rule: string): void {
  if (!Number.isFinite(value) || !isValid(value))
    throw new RangeError(`LightGCN's ${name} is ${value}; it must be ${rule}.`);
}
