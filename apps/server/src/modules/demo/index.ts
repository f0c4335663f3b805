export type { DemoAccounts } from './seed-commerce.ts';
export { seedDemo } from './seed-demo.ts';
