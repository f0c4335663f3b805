import type { Api } from '../api.ts';
import type { ShelfRule, ShelfRuleContent, ShelfRuleList } from '../contracts.ts';

/** For administrators: what shelves pin, block and boost. */
export function shelfRuleAdminMethods({ get, send }: Api) {
  return {
    shelfRules: () => get<ShelfRuleList>('/admin/shelf-rules'),
    addShelfRule: (rule: ShelfRuleContent) => send<ShelfRule>('POST', '/admin/shelf-rules', rule),
    deleteShelfRule: (ruleId: number) => send<void>('DELETE', `/admin/shelf-rules/${ruleId}`),
  };
}
