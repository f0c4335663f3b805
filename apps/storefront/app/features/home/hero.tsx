import type { Recommendations, RecommendedItem } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import { Container, classNames, Link, LinkButton, Picture } from '@kindred/ui';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { recommendedHref } from '../recommendations/click-origin.ts';
import { useShop } from '../shop/use-shop.ts';
import { variedItems } from './varied-items.ts';

/** The position of each picture in a drawing of 300 by 200. The first is the centre of the graph. */
const nodes = [
  { x: 141, y: 100, look: 'left-[26%] top-[18.5%] w-[42%]' },
  { x: 252, y: 44, look: 'left-[72%] top-[4%] w-[24%]' },
  { x: 42, y: 46, look: 'left-[4%] top-[8%] w-[20%]' },
  { x: 255, y: 151, look: 'left-[72%] top-[56%] w-[26%]' },
  { x: 45, y: 156, look: 'left-[4%] top-[61.5%] w-[22%]' },
] as const;

const firstSizes = '(min-width: 90rem) 330px, (min-width: 64rem) 23vw, (min-width: 45rem) 282px, 39vw';
const otherSizes = '(min-width: 90rem) 204px, (min-width: 64rem) 14vw, (min-width: 45rem) 175px, 24vw';

const edges = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [1, 3],
] as const;

/** How many products the drawing has. */
export const heroSize = nodes.length;

/** The products of the drawing, or none if there are too few. */
export function heroItems({ items }: Pick<Recommendations, 'items'>): RecommendedItem[] {
  const withPicture = items.filter(({ product }) => product.image_url !== null);
  const chosen = variedItems(withPicture, heroSize);
  return chosen.length === heroSize ? chosen : [];
}

/** The shop's idea in one drawing: real products as the nodes of a graph. */
export function Hero({
  featured,
  items,
}: {
  featured: Recommendations | null;
  items: readonly RecommendedItem[];
}) {
  const shop = useShop();
  return (
    <div className="overflow-hidden bg-surface">
      <Container className="grid-page items-center gap-y-6 py-10 md:py-14 lg:py-12">
        <div className="relative z-10 col-span-full lg:col-span-5">
          <h1 className="font-semibold text-display">{shop?.tagline || shop?.name}</h1>
          <p className="mt-5 max-w-md text-ink-muted text-lg">
            We link products that the same people love. Start anywhere and see where it leads you.
          </p>
          <div className="mt-7 flex flex-wrap gap-3">
            <LinkButton href="/search" size="lg">
              Shop all products
            </LinkButton>
            <LinkButton href="/new" size="lg" variant="secondary">
              See what’s new
            </LinkButton>
          </div>
        </div>
        {featured && items.length === nodes.length && (
          <div className="relative col-span-full mx-auto aspect-[3/2] w-full max-w-2xl lg:col-span-7 lg:max-w-none">
            <svg
              viewBox="0 0 300 200"
              aria-hidden="true"
              className="absolute inset-0 size-full stroke-line-strong"
            >
              {edges.map(([from, to]) => (
                <line
                  key={`${from}-${to}`}
                  x1={nodes[from].x}
                  y1={nodes[from].y}
                  x2={nodes[to].x}
                  y2={nodes[to].y}
                  strokeWidth="0.8"
                />
              ))}
            </svg>
            {items.map((item, index) => {
              const price = moneyOf(item.product.price);
              return (
                <Link
                  key={item.product.product_id}
                  href={recommendedHref(item, featured.request_id)}
                  className={classNames(
                    'group absolute aspect-square rounded-full ring-6 ring-surface transition-transform duration-500 ease-out hover:z-10 hover:scale-105',
                    nodes[index]?.look,
                  )}
                >
                  <span className="block size-full overflow-hidden rounded-full bg-paper shadow-raised">
                    <Picture
                      src={item.product.image_url}
                      alt=""
                      sizes={index === 0 ? firstSizes : otherSizes}
                      maxWidth={index === 0 ? 1200 : 640}
                      eager
                      priority={index === 0}
                    />
                  </span>
                  <span
                    className={classNames(
                      'absolute bottom-0 left-1/2 max-w-44 -translate-x-1/2 translate-y-1/3 truncate rounded-full bg-paper px-3 py-1.5 text-xs shadow-raised transition-opacity',
                      index === 0
                        ? 'font-medium'
                        : 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
                    )}
                  >
                    {item.product.brand ?? item.product.title}
                    {price && ` · ${formatMoney(price)}`}
                    <span className="sr-only">, {item.product.title}</span>
                  </span>
                </Link>
              );
            })}
          </div>
        )}
      </Container>
    </div>
  );
}
