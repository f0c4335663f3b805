export { type ReadShelfRules, rememberRules } from './remember-rules.ts';
export { type RulesOfShelf, rulesOfShelf, type ShelfRule } from './shelf-rule.ts';
export { createShelfRulesModule } from './shelf-rules-module.ts';
