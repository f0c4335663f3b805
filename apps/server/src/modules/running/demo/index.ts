export { type DemoAccounts, demoAccountsFile } from './demo-accounts.ts';
export { type DemoLogIns, findDemoLogIns } from './demo-log-ins.ts';
export { demoSize } from './demo-size.ts';
export { DemoMissingError, loadDemoData } from './load-demo-data.ts';
export { type DemoFilesInMaking, makeDemoFilesEarly } from './make-demo-files.ts';
export { seedDemo } from './seed-demo.ts';
