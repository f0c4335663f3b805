/** @file What the demo shop is filled with: files in the layout of Amazon Reviews 2023. Draws nothing. */
export { type DemoDataSize, generateDemoData } from './generate.ts';
