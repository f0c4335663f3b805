import { ArrowLeftIcon, ArrowRightIcon, CloseIcon, IconButton, Picture } from '@kindred/ui';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { type ThumbnailSize, thumbnailLooks } from './photo-thumbnails.tsx';
import { ReviewFacts, ReviewHeading } from './review-parts.tsx';
import type { PhotoOfReview } from './review-photos.ts';

interface PhotoDialogProps {
  label: string;
  photos: readonly PhotoOfReview[];
  /** The place of the photo that it opens with. */
  first: number;
  /** Of the thumbnails, whose files are already loaded. */
  size: ThumbnailSize;
  onClose: () => void;
}

const sizes = '(min-width: 64rem) 60rem, 100vw';

/** One photo large, with its review. The others come by swiping, with the arrow keys and with the buttons. */
export function PhotoDialog({ label, photos, first, size, onClose }: PhotoDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const scroller = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(first);
  const photo = photos[current] ?? photos[0];

  const show = (index: number) => {
    const element = scroller.current;
    if (!element || index < 0 || index >= photos.length) return;
    element.scrollTo({ left: index * element.clientWidth, behavior: 'instant' });
    setCurrent(index);
  };

  useLayoutEffect(() => {
    dialog.current?.showModal();
    const element = scroller.current;
    element?.scrollTo({ left: first * element.clientWidth, behavior: 'instant' });
  }, [first]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(current + step);
  };

  if (!photo) return null;
  const { review } = photo;
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-screen max-w-none overflow-hidden bg-paper text-ink shadow-overlay lg:m-auto lg:h-[min(50rem,calc(100dvh-4rem))] lg:w-[min(80rem,calc(100vw-4rem))] lg:rounded-lg"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between gap-2 border-line border-b px-3 py-2">
          <p className="hidden min-w-0 grow truncate pl-2 font-medium text-sm sm:block">{label}</p>
          <p aria-live="polite" className="px-2 text-ink-muted text-sm tabular-nums">
            {current + 1} of {photos.length}
          </p>
          <div className="flex shrink-0 items-center">
            {photos.length > 1 && (
              <>
                <IconButton
                  label="Previous photo"
                  aria-disabled={current === 0}
                  onClick={() => show(current - 1)}
                >
                  <ArrowLeftIcon size={20} aria-hidden="true" />
                </IconButton>
                <IconButton
                  label="Next photo"
                  aria-disabled={current === photos.length - 1}
                  onClick={() => show(current + 1)}
                >
                  <ArrowRightIcon size={20} aria-hidden="true" />
                </IconButton>
              </>
            )}
            <IconButton label="Close" onClick={() => dialog.current?.close()}>
              <CloseIcon size={20} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        <div className="flex min-h-0 grow flex-col lg:flex-row">
          <ul
            ref={scroller}
            onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
              setCurrent(Math.round(scrollLeft / clientWidth))
            }
            className="scrollbar-none flex min-h-0 min-w-0 grow snap-x snap-mandatory overflow-x-auto overflow-y-hidden overscroll-contain bg-surface"
          >
            {photos.map(({ url, largeUrl, alt }, index) => (
              <li
                key={url}
                aria-hidden={index !== current}
                className="relative size-full shrink-0 snap-start snap-always"
              >
                <Picture
                  src={url}
                  alt=""
                  sizes={thumbnailLooks[size].sizes}
                  maxWidth={thumbnailLooks[size].maxWidth}
                  fit="contain"
                />
                <Picture
                  src={largeUrl}
                  alt={alt}
                  sizes={sizes}
                  fit="contain"
                  eager={Math.abs(index - current) <= 1}
                  className="absolute inset-0"
                />
              </li>
            ))}
          </ul>
          <div
            key={review.review_id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard.
            tabIndex={0}
            className="max-h-[35dvh] shrink-0 overflow-y-auto overscroll-contain p-5 -outline-offset-4 lg:max-h-none lg:w-96 lg:border-line lg:border-l"
          >
            <ReviewHeading rating={review.rating}>{review.title}</ReviewHeading>
            {review.text !== '' && (
              <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]">{review.text}</p>
            )}
            <ReviewFacts review={review} />
          </div>
        </div>
      </div>
    </dialog>
  );
}
