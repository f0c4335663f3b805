import { classNames, Picture, showWhole } from '@kindred/ui';
import type { MouseEvent } from 'react';
import type { ShownPhoto } from './review-photos.ts';

interface PhotoThumbnailsProps {
  label: string;
  photos: readonly ShownPhoto[];
  /** If undefined, and without JavaScript, a thumbnail is a link to the large photo. */
  onOpen?: (index: number) => void;
  size: ThumbnailSize;
}

export type ThumbnailSize = 'small' | 'large';

export const thumbnailLooks = {
  small: { item: 'size-20', sizes: '80px', maxWidth: 240 },
  large: { item: 'size-24 md:size-28', sizes: '(min-width: 48rem) 112px, 96px', maxWidth: 320 },
} as const;

/** A row of small photos that scrolls sideways. */
export function PhotoThumbnails({ label, photos, onOpen, size }: PhotoThumbnailsProps) {
  const { item, sizes, maxWidth } = thumbnailLooks[size];
  const open = (event: MouseEvent, index: number) => {
    // The shopper asked for a tab or a window of its own.
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(index);
  };
  return (
    <ul
      aria-label={label}
      onFocus={showWhole}
      className="scrollbar-none -mx-1 flex gap-2 overflow-x-auto overscroll-x-contain p-1 print:flex-wrap"
    >
      {photos.map(({ url, largeUrl, alt }, index) => (
        <li key={url} className={classNames('shrink-0', item)}>
          <a
            href={largeUrl}
            aria-haspopup={onOpen && 'dialog'}
            onClick={(event) => open(event, index)}
            className="block size-full overflow-hidden rounded-md bg-surface transition-shadow hover:ring-2 hover:ring-line-strong"
          >
            <Picture src={url} alt={alt} sizes={sizes} maxWidth={maxWidth} />
          </a>
        </li>
      ))}
    </ul>
  );
}
