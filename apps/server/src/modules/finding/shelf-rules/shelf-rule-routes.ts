import { ShelfRule, ShelfRuleContent, ShelfRuleList } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem } from '../../catalogue/catalog/index.ts';
import { addShelfRule, deleteShelfRule, shelfRuleProblem } from './change-shelf-rules.ts';
import { listRules } from './shelf-rule-repository.ts';

const tags = ['admin'];

export function shelfRuleRoutes({ db, onChange }: { db: Database; onChange: () => void }): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/shelf-rules',
      {
        schema: {
          tags,
          operationId: 'listShelfRules',
          asker: 'admin',
          permission: 'recommendations:write',
          summary: 'List the rules for shelves',
          description: 'Planned, valid and past ones, the newest first.',
          answers: { 200: 'All rules' },
          response: { 200: ShelfRuleList },
        },
      },
      async () => ({ items: await listRules(db) }),
    );

    app.post(
      '/admin/shelf-rules',
      {
        schema: {
          tags,
          operationId: 'addShelfRule',
          asker: 'admin',
          permission: 'recommendations:write',
          summary: 'Pin, block or boost products on shelves',
          description:
            'The next shelf follows the rule. A pinned product still needs to be in stock, and is not shown to a person who has it or hid it.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...shelfRuleProblem.known('category-unknown', 'too-many-rules'),
          ],
          answers: { 201: 'The new rule, with its id' },
          body: ShelfRuleContent,
          response: { 201: ShelfRule },
        },
      },
      async ({ body }, reply) => {
        const rule = await addShelfRule(db, body);
        onChange();
        return reply.status(201).send(rule);
      },
    );

    app.delete(
      '/admin/shelf-rules/:id',
      {
        schema: {
          tags,
          operationId: 'deleteShelfRule',
          asker: 'admin',
          permission: 'recommendations:write',
          summary: 'Delete a rule for shelves',
          description: 'The next shelf no longer follows it.',
          problems: shelfRuleProblem.known('rule-not-found'),
          params: Type.Object({
            id: Type.Integer({ minimum: 1, maximum: 2147483647, description: 'The id of the rule' }),
          }),
          response: { 204: Type.Null() },
        },
      },
      async ({ params }, reply) => {
        await deleteShelfRule(db, params.id);
        onChange();
        return reply.status(204).send(null);
      },
    );
  };
}
