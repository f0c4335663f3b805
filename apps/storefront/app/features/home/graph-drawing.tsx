import { formatMoney } from '@kindred/shop-types';
import { classNames, Link, Picture } from '@kindred/ui';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { lineWidths } from './line-widths.ts';
import type { Graph, GraphNeighbour, GraphNode } from './load-graph.ts';

/** In a drawing of 400 by 300. */
const middle = { x: 200, y: 150, look: 'left-[34%] top-[28.7%] w-[32%]' };

const places = [
  { x: 60, y: 60, look: 'left-[4%] top-[5.3%] w-[22%]' },
  { x: 340, y: 60, look: 'left-[74%] top-[5.3%] w-[22%]' },
  { x: 60, y: 240, look: 'left-[4%] top-[65.3%] w-[22%]' },
  { x: 340, y: 240, look: 'left-[74%] top-[65.3%] w-[22%]' },
] as const;

const middleSizes = '(min-width: 64rem) 180px, (min-width: 48rem) 130px, 31vw';
const otherSizes = '(min-width: 64rem) 124px, (min-width: 48rem) 90px, 21vw';

/** A product and those that go with it. The line below the drawing names the product that is pointed at or has the focus, else the one in the middle. */
export function GraphDrawing({ graph, isFirst }: { graph: Graph; isFirst: boolean }) {
  const { centre, neighbours } = graph;
  const widths = lineWidths(neighbours.map(({ score }) => score));
  return (
    <div className="relative mx-auto mb-16 aspect-[4/3] w-full max-w-[34rem]">
      <svg viewBox="0 0 400 300" aria-hidden="true" className="absolute inset-0 size-full stroke-line-strong">
        {neighbours.map(({ product }, index) => (
          <line
            key={product.product_id}
            x1={middle.x}
            y1={middle.y}
            x2={places[index]?.x}
            y2={places[index]?.y}
            strokeWidth={widths[index]}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ul aria-label="Products that go together" className="group/graph">
        <li>
          <Node
            node={centre}
            look={middle.look}
            sizes={middleSizes}
            isEager={isFirst}
            captionLook="transition-opacity group-has-[[data-neighbour]:hover]/graph:opacity-0 group-has-[[data-neighbour]:focus-visible]/graph:opacity-0"
          />
        </li>
        {neighbours.map((neighbour, index) => (
          <li key={neighbour.product.product_id}>
            <Node
              node={neighbour}
              look={places[index]!.look}
              sizes={otherSizes}
              isEager={isFirst}
              captionLook="opacity-0 transition-opacity peer-hover:opacity-100 peer-focus-visible:opacity-100"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NodeProps {
  node: GraphNode | GraphNeighbour;
  look: string;
  sizes: string;
  isEager: boolean;
  captionLook: string;
}

function Node({ node, look, sizes, isEager, captionLook }: NodeProps) {
  const { product, href } = node;
  const reason = 'reason' in node ? node.reason : undefined;
  const price = moneyOf(product.price);
  return (
    <>
      <Link
        href={href}
        data-neighbour={reason ? '' : undefined}
        className={classNames(
          'peer absolute aspect-square overflow-hidden rounded-full bg-paper shadow-raised ring-4 ring-surface transition-transform duration-500 ease-out hover:scale-105 focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-4 sm:ring-6 forced-colors:border',
          look,
        )}
      >
        <Picture
          src={product.image_url}
          alt=""
          sizes={sizes}
          maxWidth={480}
          eager={isEager}
          priority={isEager && !reason}
        />
        <span className="sr-only">
          {[product.title, price && formatMoney(price), reason].filter(Boolean).join(', ')}
        </span>
      </Link>
      <span
        aria-hidden="true"
        className={classNames(
          'pointer-events-none absolute inset-x-0 top-full mt-2 flex h-14 flex-col items-center gap-0.5 text-center text-sm',
          captionLook,
        )}
      >
        <span className="line-clamp-2 max-w-full font-medium [overflow-wrap:anywhere] md:line-clamp-1">
          {product.title}
          {price && <span className="font-normal tabular-nums"> · {formatMoney(price)}</span>}
        </span>
        {reason && <span className="line-clamp-1 max-w-full text-accent text-xs">{reason}</span>}
      </span>
    </>
  );
}
