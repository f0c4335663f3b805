import type { RequestIssue, Shop, ShopChange } from '@kindred/contracts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { mergeSettings } from './shop.ts';
import type { ShopMemory } from './shop-memory.ts';
import { lockSettings, saveSettings } from './shop-repository.ts';

export interface ShopContext {
  readonly db: Database;
  readonly memory: ShopMemory;
  /** The origins of pictures, besides the shop itself, that the content policy of its pages allows. */
  readonly pictureOrigins: readonly string[];
}

/** @throws ProblemError `invalid-request` for a logo that no page would show, or a network that is listed twice */
export async function changeShop(
  { db, memory, pictureOrigins }: ShopContext,
  change: ShopChange,
): Promise<Shop> {
  const issues = [...logoIssues(change, pictureOrigins), ...networkIssues(change)];
  if (issues.length > 0) throw invalidRequest(issues);
  await withTransaction(db, async (tx) => saveSettings(tx, mergeSettings(await lockSettings(tx), change)));
  memory.forget();
  return memory.shop();
}

function logoIssues({ logo_url }: ShopChange, origins: readonly string[]): RequestIssue[] {
  if (!logo_url || logo_url.startsWith('/')) return [];
  if (URL.canParse(logo_url) && origins.includes(new URL(logo_url).origin)) return [];
  const message = ['logo url must be a path of this shop', ...origins].join(', or be on ');
  return [
    { in: 'body', pointer: '/logo_url', code: 'not-allowed', params: { allowed: [...origins] }, message },
  ];
}

function networkIssues({ social_links = [] }: ShopChange): RequestIssue[] {
  const networks = social_links.map(({ network }) => network);
  return networks.flatMap((network, index) =>
    networks.indexOf(network) === index
      ? []
      : {
          in: 'body' as const,
          pointer: `/social_links/${index}/network`,
          code: 'repeated',
          message: `${network} is listed twice`,
        },
  );
}
