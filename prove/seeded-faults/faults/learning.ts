import { faultsIn } from '../fault.ts';

const shelfTests = ['modules/finding/recommendations/recommendation-routes.test.ts'] as const;
const pipelineTests = ['src/pipeline/pipeline.test.ts'] as const;

export const learning = [
  ...faultsIn('packages/gnn', [
    {
      what: 'of equal scores the later item comes first',
      file: 'assembly/top-k.ts',
      find: 'load<f32>(scores + ((i - 1) << 2)) < score',
      replace: 'load<f32>(scores + ((i - 1) << 2)) <= score',
      tests: ['src/index/top-k-index.test.ts'],
    },
    {
      what: 'a pull of a pair goes the wrong way',
      file: 'assembly/bpr.ts',
      find: 'sigmoid(-x) * gradientScale',
      replace: 'sigmoid(x) * gradientScale',
      tests: ['src/kernels/bpr/bpr.test.ts'],
    },
    {
      what: 'the second moment takes the gradient without its square',
      file: 'assembly/adam.ts',
      find: 'f32x4.mul(c2, f32x4.mul(g, g))',
      replace: 'f32x4.mul(c2, g)',
      tests: ['src/optimizers/adam.test.ts'],
    },
    {
      what: 'a gradient keeps its part along the vector',
      file: 'assembly/normalize.ts',
      find: 'f32x4.sub(v128.load(g + o), f32x4.mul(along, v128.load(n + o)))',
      replace: 'v128.load(g + o)',
      tests: ['src/kernels/normalize/normalize.test.ts'],
    },
    {
      what: 'the last of an odd number of neighbours is left out',
      file: 'assembly/propagate.ts',
      find: 'if (p < end) {',
      replace: 'if (p + 4 < end) {',
      tests: ['src/kernels/propagate/propagate.test.ts'],
    },
    {
      what: 'what a user likes is among the negatives',
      file: 'src/training/batch-sampler.ts',
      find: 'for (let j = first[item]!; j >= 0; j = this.#sameNegative[j]!) maskNegatives[numMasks++] = j;',
      replace: 'for (let j = first[item]!; j > 0; j = this.#sameNegative[j]!) maskNegatives[numMasks++] = j;',
      tests: ['src/training/batch-sampler.test.ts'],
    },
    {
      what: 'subnormal halves are twice too large',
      file: 'src/checkpoint/half-precision.ts',
      find: 'sign * fraction * 2 ** -24',
      replace: 'sign * fraction * 2 ** -23',
      tests: ['src/checkpoint/safetensors.test.ts'],
    },
    {
      what: 'the last hit counts as the first',
      file: 'src/metrics/ranking-metrics.ts',
      find: 'if (firstRank === 0) firstRank = rank;',
      replace: 'firstRank = rank;',
      tests: ['src/metrics/ranking-metrics.test.ts'],
    },
  ]),
  ...faultsIn('packages/recommender', [
    {
      what: 'what a shopper dislikes counts as what they like',
      file: 'src/serving/factor-model.ts',
      find: 'vector[column] += weight *',
      replace: 'vector[column] += Math.abs(weight) *',
      tests: ['src/serving/factor-model.test.ts'],
    },
    {
      what: 'a cause is named though other entries of the history keep the item on the shelf',
      file: 'src/serving/fusion.ts',
      find: 'return score > 0 && better < k ? undefined : seed;',
      replace: 'return seed;',
      tests: ['src/serving/recommender.test.ts'],
    },
    {
      what: 'what a few people like together counts as much as what many do',
      file: 'src/models/co-purchase/neighbours.ts',
      find: 'excessOf[other] = (count - expected) / (expected + shrinkage);',
      replace: 'excessOf[other] = (count - expected) / expected;',
      tests: ['src/models/co-purchase/neighbours.test.ts'],
    },
    {
      what: 'an item stays in the window that it has left',
      file: 'src/pipeline/diversify.ts',
      find: 'placed.at(-window)',
      replace: 'placed.at(-window - 1)',
      tests: pipelineTests,
    },
  ]),
  ...faultsIn('apps/server/src', [
    {
      what: 'what is sold out is recommended',
      file: 'modules/finding/recommendations/cards.ts',
      find: 'explained.filter(({ productId }) => isForSale(entries.get(productId)))',
      replace: 'explained.filter(({ productId }) => entries.has(productId))',
      tests: shelfTests,
    },
    {
      what: 'hidden products are recommended',
      file: 'modules/finding/recommendations/rules.ts',
      find: ' ...hidden,',
      replace: '',
      tests: ['modules/finding/recommendations/never-empty.test.ts'],
    },
    {
      what: 'a shelf is empty although a product is in stock',
      file: 'modules/finding/recommendations/policies.ts',
      find: 'rungs: [[personal, seenKinds], ...everybodys],\n    otherwise: [[anySold]],',
      replace: 'rungs: [[personal, seenKinds], ...everybodys],\n    otherwise: [],',
      tests: ['modules/finding/recommendations/never-empty.test.ts'],
    },
    {
      what: 'a product that was removed from the history still counts',
      file: 'modules/finding/interactions/history-repository.ts',
      find: "(kind = 'forget' and given_at >= deeds.at)",
      replace: "(kind = 'forget' and given_at < deeds.at)",
      tests: ['modules/finding/feedback/feedback-routes.test.ts'],
    },
    {
      what: 'a model learns from robots',
      file: 'modules/finding/interactions/training-deeds.ts',
      find: " and actor = 'person'",
      replace: '',
      tests: ['modules/finding/interactions/read-training-data.test.ts'],
    },
    {
      what: 'a later page of a shelf ranks with another model than the first',
      file: 'modules/finding/models/model-host.ts',
      find: '      if (active) retire(active);\n',
      replace: '',
      tests: ['modules/finding/recommendations/recommendation-routes.test.ts'],
    },
    {
      what: 'opting out leaves what a member did in another browser before the log-in',
      file: 'modules/finding/feedback/person.ts',
      find: '(user_id is null and visitor_id = any',
      replace: '(user_id is not null and visitor_id = any',
      tests: ['modules/finding/feedback/feedback-routes.test.ts'],
    },
  ]),
];
