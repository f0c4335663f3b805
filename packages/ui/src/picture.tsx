import { isResizable, type PictureWidth, pictureSet } from '@kindred/shop-types';
import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { PlaceholderPicture } from './placeholder-picture.tsx';

export interface PictureProps {
  /** Null: there is no picture; a neutral one is drawn. */
  src: string | null;
  alt: string;
  /** The displayed width, in CSS: the browser loads the smallest file that is sharp at that width. */
  sizes: string;
  /** The widest useful file: the largest displayed width, times three. */
  maxWidth?: PictureWidth | undefined;
  /** In view when the page opens, so loaded immediately. */
  eager?: boolean | undefined;
  /** The main picture of the page. */
  priority?: boolean | undefined;
  fit?: 'cover' | 'contain';
  className?: string | undefined;
}

/** A square product picture, in the shop's sizes and formats. If it fails to load, the placeholder replaces it. */
export function Picture({
  src,
  alt,
  sizes,
  maxWidth,
  eager,
  priority,
  fit = 'cover',
  className,
}: PictureProps) {
  const image = useRef<HTMLImageElement>(null);
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null);

  useEffect(() => {
    // The error event of a server-rendered picture may have come before React listened.
    const element = image.current;
    if (element?.complete && element.naturalWidth === 0) element.decode().catch(() => setBrokenSrc(src));
  }, [src]);

  if (src === null || src === brokenSrc) return <PlaceholderPicture alt={alt} className={className} />;
  return (
    <picture className="contents">
      {isResizable(src) &&
        (['avif', 'webp'] as const).map((format) => (
          <source
            key={format}
            type={`image/${format}`}
            srcSet={pictureSet(src, format, maxWidth)}
            sizes={sizes}
          />
        ))}
      <img
        ref={image}
        src={src}
        alt={alt}
        width={800}
        height={800}
        loading={eager || priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : undefined}
        decoding="async"
        onError={() => setBrokenSrc(src)}
        className={classNames(
          'size-full dark:brightness-(--dark-picture-brightness)',
          fit === 'cover' ? 'object-cover' : 'object-contain',
          className,
        )}
      />
    </picture>
  );
}
