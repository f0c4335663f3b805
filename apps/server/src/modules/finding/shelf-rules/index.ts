export { type RulesOfShelf, rulesOfShelf, type ShelfRule } from './shelf-rule.ts';
export { findRules } from './shelf-rule-repository.ts';
export { createShelfRulesModule, type ReadShelfRules } from './shelf-rules-module.ts';
