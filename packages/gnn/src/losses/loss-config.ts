/**
 * What training minimises, a mean over the batch's (user, item) pairs.
 *
 * - `bpr` (Rendle et al. 2009): -log sigmoid(s_ui - s_uj), s the dot product, one sampled negative j per pair.
 * - `sampled-softmax` (Wu et al. 2022): -log of the softmax of the positive among the batch's shared negatives, with scores s / temperature,
 *   s the cosine or the dot product. A user's known positives do not count among its negatives.
 */
export type LossConfig =
  | { readonly kind: 'bpr' }
  | {
      readonly kind: 'sampled-softmax';
      readonly similarity: 'cosine' | 'dot';
      readonly temperature: number;
    };
