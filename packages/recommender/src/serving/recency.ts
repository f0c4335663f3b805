/** Each older item of a history counts this much of the one after it. */
export const recency = 0.85;
