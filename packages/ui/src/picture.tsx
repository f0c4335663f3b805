import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { PlaceholderPicture } from './placeholder-picture.tsx';

export interface PictureProps {
  /** Null: there is no picture, and a neutral one is drawn. */
  src: string | null;
  alt: string;
  /** In view when the page opens: load it at once. */
  eager?: boolean | undefined;
  /** The one picture the page is about. */
  priority?: boolean | undefined;
  fit?: 'cover' | 'contain';
  className?: string | undefined;
}

/** A square product picture. One that fails to load gives way to the placeholder. */
export function Picture({ src, alt, eager, priority, fit = 'cover', className }: PictureProps) {
  const image = useRef<HTMLImageElement>(null);
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null);

  useEffect(() => {
    // The error event of a server-rendered picture may have come before React listened.
    const element = image.current;
    if (element?.complete && element.naturalWidth === 0) element.decode().catch(() => setBrokenSrc(src));
  }, [src]);

  if (src === null || src === brokenSrc) return <PlaceholderPicture alt={alt} className={className} />;
  return (
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
      className={classNames('size-full', fit === 'cover' ? 'object-cover' : 'object-contain', className)}
    />
  );
}
