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

/** @throws ProblemError `invalid-request` for a picture that no page would show, a network that is listed twice, or a slide that ends before it begins */
export async function changeShop(
  { db, memory, pictureOrigins }: ShopContext,
  change: ShopChange,
): Promise<Shop> {
  const issues = [
    ...pictureIssues({ url: change.logo_url, pointer: '/logo_url', name: 'logo url' }, pictureOrigins),
    ...networkIssues(change),
    ...slideIssues(change, pictureOrigins),
  ];
  if (issues.length > 0) throw invalidRequest(issues);
  await withTransaction(db, async (tx) => saveSettings(tx, mergeSettings(await lockSettings(tx), change)));
  memory.forget();
  return memory.shop();
}

interface AskedPicture {
  readonly url: string | null | undefined;
  readonly pointer: string;
  /** For the message. */
  readonly name: string;
}

function pictureIssues({ url, pointer, name }: AskedPicture, origins: readonly string[]): RequestIssue[] {
  if (!url || url.startsWith('/')) return [];
  if (URL.canParse(url) && origins.includes(new URL(url).origin)) return [];
  const message = [`${name} must be a path of this shop`, ...origins].join(', or be on ');
  return [{ in: 'body', pointer, code: 'not-allowed', params: { allowed: [...origins] }, message }];
}

function slideIssues({ featured }: ShopChange, origins: readonly string[]): RequestIssue[] {
  return (featured ?? []).flatMap((slide, index) => {
    const pointer = `/featured/${index}`;
    const { starts_at: start, ends_at: end } = slide;
    const message = 'ends at must be later than starts at';
    const isBackwards = start != null && end != null && Date.parse(end) <= Date.parse(start);
    return [
      ...(slide.kind === 'campaign'
        ? pictureIssues({ url: slide.image_url, pointer: `${pointer}/image_url`, name: 'image url' }, origins)
        : []),
      ...(isBackwards
        ? [{ in: 'body' as const, pointer: `${pointer}/ends_at`, code: 'not-allowed', message }]
        : []),
    ];
  });
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
