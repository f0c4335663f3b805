/** @file Makes the data of the demo shop: files in the layout of Amazon Reviews 2023. It does not draw pictures. */
export { type DemoAttribute, demoAttributes } from './catalogue/attributes.ts';
export { type DemoDataSize, generateDemoData } from './generate.ts';
