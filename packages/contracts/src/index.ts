export * from './category.ts';
export * from './client.ts';
export * from './event.ts';
export * from './money.ts';
export * from './problem.ts';
export * from './product.ts';
export * from './recommendation.ts';
export * from './review.ts';
