import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { ArrowLeftIcon, ArrowRightIcon, ZoomIcon } from './icons.tsx';
import { Picture } from './picture.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { type GalleryPicture, Thumbnails } from './thumbnails.tsx';

const mainSizes = '(min-width: 90rem) 690px, (min-width: 48rem) 48vw, 100vw';

interface GalleryProps {
  pictures: GalleryPicture[];
  title: string;
  /** The `sizes` of a card that has loaded the first picture: its small file is shown until the large one is there. */
  loadedSizes?: string | undefined;
}

/**
 * A product's pictures: swipe or use the arrow keys, pick a thumbnail, zoom. Without JavaScript the thumbnails
 * are links to their picture's fragment and zoom opens the large file.
 */
export function Gallery({ pictures, title, loadedSizes }: GalleryProps) {
  const id = useId();
  const scroller = useRef<HTMLUListElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [current, setCurrent] = useState(0);
  const [isZoomed, setIsZoomed] = useState(false);

  if (pictures.length === 0)
    return (
      <div className="aspect-[4/3] overflow-hidden rounded-lg md:aspect-square">
        <Picture src={null} alt={title} sizes={mainSizes} />
      </div>
    );

  const show = (index: number) => {
    const element = scroller.current;
    if (!element || index < 0 || index >= pictures.length) return;
    element.scrollTo({ left: index * element.clientWidth, behavior: isZoomed ? 'instant' : 'smooth' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(current + step);
  };

  const openZoom = (event: MouseEvent) => {
    event.preventDefault();
    setIsZoomed(true);
    dialog.current?.showModal();
  };

  const pictureId = (index: number) => `${id}-picture-${index + 1}`;
  const hrefOf = (index: number) => `#${pictureId(index)}`;

  return (
    <section
      aria-label="Pictures"
      className="flex flex-col gap-3 print:max-w-64 lg:flex-row-reverse lg:gap-4"
    >
      <div className="relative min-w-0 grow">
        <ul
          ref={scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller has to be reachable by keyboard.
          tabIndex={0}
          aria-label="Pictures, use the arrow keys"
          onKeyDown={onKeyDown}
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
            setCurrent(Math.round(scrollLeft / clientWidth))
          }
          className="scrollbar-none flex snap-x snap-mandatory overflow-x-auto rounded-lg bg-surface"
        >
          {pictures.map((picture, index) => (
            <li
              key={picture.url}
              id={pictureId(index)}
              className="relative aspect-[4/3] w-full shrink-0 snap-start snap-always md:aspect-square"
            >
              <a
                href={picture.largeUrl}
                aria-label={`Zoom: ${picture.alt}`}
                tabIndex={index === current ? 0 : -1}
                onClick={openZoom}
                className="relative block size-full cursor-zoom-in -outline-offset-4"
              >
                {loadedSizes && index === 0 && (
                  <div className="absolute inset-0">
                    <Picture src={picture.url} alt="" sizes={loadedSizes} maxWidth={800} eager />
                  </div>
                )}
                <Picture
                  src={picture.url}
                  alt={picture.alt}
                  sizes={mainSizes}
                  priority={index === 0}
                  className="relative"
                />
                <span
                  aria-hidden="true"
                  className="absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-paper/85 text-ink print:hidden"
                >
                  <ZoomIcon size={18} />
                </span>
              </a>
            </li>
          ))}
        </ul>
        {pictures.length > 1 && <Dots count={pictures.length} current={current} />}
        {pictures.length > 1 && (
          <div className="pointer-events-none absolute inset-y-0 inset-x-2 hidden items-center justify-between scripted:lg:flex print:hidden!">
            <IconButton
              label="Previous picture"
              aria-disabled={current === 0}
              onClick={() => show(current - 1)}
              className="pointer-events-auto bg-paper/85"
            >
              <ArrowLeftIcon size={18} aria-hidden="true" />
            </IconButton>
            <IconButton
              label="Next picture"
              aria-disabled={current === pictures.length - 1}
              onClick={() => show(current + 1)}
              className="pointer-events-auto bg-paper/85"
            >
              <ArrowRightIcon size={18} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </div>
      {pictures.length > 1 && (
        <Thumbnails
          pictures={pictures}
          current={current}
          hrefOf={hrefOf}
          onShow={show}
          className="hidden md:flex print:hidden"
        />
      )}
      <PictureDialog
        ref={dialog}
        isOpen={isZoomed}
        pictures={pictures}
        current={current}
        shownSizes={mainSizes}
        hrefOf={hrefOf}
        onClose={() => setIsZoomed(false)}
        onShow={show}
      />
    </section>
  );
}

/** Which picture a phone shows. */
function Dots({ count, current }: { count: number; current: number }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 hidden justify-center max-md:scripted:flex print:hidden!">
      <p className="sr-only" aria-live="polite">
        Picture {current + 1} of {count}
      </p>
      <svg
        aria-hidden="true"
        width={count * 14 + 10}
        height={22}
        className="rounded-full bg-paper/85 fill-line-strong"
      >
        {Array.from({ length: count }, (_, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a dot is.
            key={index}
            cx={12 + index * 14}
            cy={11}
            r={index === current ? 4 : 3}
            className={index === current ? 'fill-ink' : undefined}
          />
        ))}
      </svg>
    </div>
  );
}
