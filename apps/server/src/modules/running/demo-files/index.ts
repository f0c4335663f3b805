export { demoSize } from './demo-size.ts';
export { DemoMissingError, loadDemoData } from './load-demo-data.ts';
export {
  type DemoFiles,
  type DemoFilesInMaking,
  makeDemoFiles,
  makeDemoFilesEarly,
} from './make-demo-files.ts';
