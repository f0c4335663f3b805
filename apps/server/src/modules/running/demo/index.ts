export { type DemoAccounts, demoAccountsFile } from './demo-accounts.ts';
export { type DemoLogIns, findDemoLogIns } from './demo-log-ins.ts';
export { seedDemo } from './seed-demo.ts';
