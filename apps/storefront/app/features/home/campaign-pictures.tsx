import type { FeaturedItem, ProductSummary } from '@kindred/contracts';
import { Link, PercentOff, Picture, Price } from '@kindred/ui';
import { productPath } from '../../shared/paths.ts';
import { productCardProps } from '../catalog/product-card-props.tsx';

type Campaign = Extract<FeaturedItem, { kind: 'campaign' }>;

/** The picture of a campaign, or its products. */
export function CampaignPictures({ campaign, isFirst }: { campaign: Campaign; isFirst: boolean }) {
  if (campaign.image_url !== null)
    return (
      <div className="mx-auto aspect-[3/2] w-full max-w-[40rem] overflow-hidden rounded-lg">
        <Picture
          src={campaign.image_url}
          alt=""
          sizes="(min-width: 64rem) 640px, (min-width: 48rem) 58vw, 92vw"
          eager={isFirst}
          priority={isFirst}
        />
      </div>
    );
  return (
    <ul className="mx-auto grid w-full max-w-[18.5rem] grid-cols-2 gap-x-3 gap-y-4 sm:max-w-none sm:grid-cols-4 md:max-w-[21rem] md:grid-cols-2 lg:max-w-none lg:grid-cols-4 lg:gap-x-4">
      {campaign.products.map((product) => (
        <li key={product.product_id}>
          <Tile product={product} isFirst={isFirst} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ product, isFirst }: { product: ProductSummary; isFirst: boolean }) {
  const { price, reduction, isLowestPrice } = productCardProps(product);
  return (
    <article className="group relative">
      <div className="aspect-square overflow-hidden rounded-md bg-paper">
        <Picture
          src={product.image_url}
          alt=""
          sizes="(min-width: 64rem) 180px, (min-width: 48rem) 160px, (min-width: 40rem) 22vw, 140px"
          maxWidth={480}
          eager={isFirst}
          className="transition-transform duration-500 ease-out group-hover:scale-[1.035]"
        />
      </div>
      <p className="mt-2 line-clamp-1 font-medium text-sm lg:line-clamp-2 [overflow-wrap:anywhere]">
        <Link
          href={productPath(product)}
          className="underline-offset-4 after:absolute after:inset-0 after:rounded-md group-hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:outline-offset-2"
        >
          {product.title}
        </Link>
      </p>
      <p className="text-sm">
        <Price price={price} reduction={reduction} isLowest={isLowestPrice} />
        {reduction && <PercentOff percent={reduction.percentOff} className="absolute top-2 left-2" />}
      </p>
    </article>
  );
}
