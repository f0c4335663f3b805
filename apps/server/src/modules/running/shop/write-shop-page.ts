import type { RequestIssue, ShopPage, ShopPageContent, ShopPageSlug } from '@kindred/contracts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import type { ShopContext } from './change-shop.ts';
import { placeholderNames, unknownPlaceholders } from './placeholders.ts';
import { savePage } from './shop-repository.ts';

/** @throws ProblemError `invalid-request` for an unknown placeholder */
export async function writeShopPage(
  { db, memory }: ShopContext,
  slug: ShopPageSlug,
  content: ShopPageContent,
): Promise<ShopPage> {
  const unknown = unknownPlaceholders(content.body);
  if (unknown.length > 0) throw invalidRequest(unknown.map(issueOf));
  await savePage(db, slug, content);
  memory.forget();
  return memory.page(slug);
}

function issueOf(name: string): RequestIssue {
  const allowed = placeholderNames.map((known) => `{{${known}}}`);
  return {
    in: 'body',
    pointer: '/body',
    code: 'not-allowed',
    params: { allowed },
    message: `{{${name}}} is not a placeholder; the placeholders are ${allowed.join(', ')}`,
  };
}
