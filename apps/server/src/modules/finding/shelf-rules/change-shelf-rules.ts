import type { RequestIssue, ShelfRule, ShelfRuleContent } from '@kindred/contracts';
import { problemsOf } from '../../../platform/http/problem.ts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { catalogProblem } from '../../catalogue/catalog/index.ts';
import { countRules, findCategoryId, hasProduct, insertRule, removeRule } from './shelf-rule-repository.ts';

export const shelfRuleProblem = problemsOf({
  'rule-not-found': { status: 404, title: 'There is no such rule' },
  'category-unknown': { status: 409, title: 'There is no such category' },
  'too-many-rules': { status: 409, title: 'There are too many rules' },
});

/** Every shelf reads all of them. */
const mostRules = 500;

/** @throws ProblemError `invalid-request`, `product-not-found`, `category-unknown`, `too-many-rules` */
export async function addShelfRule(db: Database, content: ShelfRuleContent): Promise<ShelfRule> {
  const issues = findIssues(content);
  if (issues.length > 0) throw invalidRequest(issues);
  const { kind, context, product_id, brand, category, position, factor, starts_at, ends_at, note } = content;
  return withTransaction(db, async (tx) => {
    if (product_id !== undefined && !(await hasProduct(tx, product_id)))
      throw catalogProblem('product-not-found', `No product ${product_id} exists.`);
    const categoryId = category === undefined ? null : await findCategoryId(tx, category);
    if (categoryId === undefined)
      throw shelfRuleProblem('category-unknown', `No category has the slug ${category}.`);
    if ((await countRules(tx)) >= mostRules)
      throw shelfRuleProblem('too-many-rules', `A shop has at most ${mostRules}: please delete one first.`);
    return insertRule(tx, {
      kind,
      slot: context ?? null,
      productId: product_id ?? null,
      brand: brand ?? null,
      categoryId,
      position: position ?? null,
      factor: factor ?? null,
      startsAt: starts_at ?? null,
      endsAt: ends_at ?? null,
      note: note ?? '',
    });
  });
}

/** @throws ProblemError `rule-not-found` */
export async function deleteShelfRule(db: Database, ruleId: number): Promise<void> {
  const existed = await withTransaction(db, (tx) => removeRule(tx, ruleId));
  if (!existed) throw shelfRuleProblem('rule-not-found', `The rule ${ruleId} does not exist.`);
}

function findIssues(content: ShelfRuleContent): RequestIssue[] {
  const { kind, product_id, brand, category, position, factor, starts_at, ends_at } = content;
  const issues: RequestIssue[] = [];
  const refuse = (field: string, code: string, message: string) =>
    issues.push({ in: 'body', pointer: `/${field}`, code, message });
  const subjects = [product_id, brand, category].filter((subject) => subject !== undefined);
  if (kind === 'pin' && product_id === undefined) refuse('product_id', 'missing', 'A pin needs a product');
  if (subjects.length !== 1)
    refuse(
      'product_id',
      'not-exactly-one',
      'A rule needs exactly one of `product_id`, `brand` and `category`',
    );
  if (kind === 'pin' && position === undefined) refuse('position', 'missing', 'A pin needs a position');
  if (kind !== 'pin' && position !== undefined)
    refuse('position', 'not-allowed', 'Only a pin has a position');
  if (kind === 'boost' && factor === undefined) refuse('factor', 'missing', 'A boost needs a factor');
  if (kind !== 'boost' && factor !== undefined) refuse('factor', 'not-allowed', 'Only a boost has a factor');
  if (starts_at !== undefined && ends_at !== undefined && Date.parse(starts_at) >= Date.parse(ends_at))
    refuse('ends_at', 'too-early', 'The rule would end before it begins');
  return issues;
}
