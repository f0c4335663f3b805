/** How many of a person's newest items count in a test. */
export const testedHistory = 100;

const recency = 0.95;

/** The weight of the n-th newest item of a history (from 0) in a test, which knows the order of the items and not when people liked them. */
export const weightByAge = (age: number): number => recency ** age;
