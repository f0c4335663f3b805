export { type Attribute, detailOf } from './attribute.ts';
export { type AttributeReader, createAttributeReader } from './attribute-reader.ts';
export { findAttributes } from './attribute-repository.ts';
export { compareSizes } from './compare-sizes.ts';
export { declareAttribute, dropAttribute } from './declare-attribute.ts';
