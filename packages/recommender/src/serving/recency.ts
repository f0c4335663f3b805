/** Each item of a history has this share of the weight of the next newer one. */
export const recency = 0.85;
