import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { ArrowLeftIcon, ArrowRightIcon, ZoomIcon } from './icons.tsx';
import { Picture } from './picture.tsx';
import { PictureDialog } from './picture-dialog.tsx';

export interface GalleryPicture {
  url: string;
  largeUrl: string;
  alt: string;
}

const mainSizes = '(min-width: 90rem) 690px, (min-width: 64rem) 48vw, 100vw';

/**
 * A product's pictures: swipe or use the arrow keys, pick a thumbnail, zoom. Without JavaScript the thumbnails
 * are links to their picture's fragment and zoom opens the large file.
 */
export function Gallery({ pictures, title }: { pictures: GalleryPicture[]; title: string }) {
  const id = useId();
  const scroller = useRef<HTMLUListElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [current, setCurrent] = useState(0);
  const [isZoomed, setIsZoomed] = useState(false);

  if (pictures.length === 0)
    return (
      <div className="aspect-square overflow-hidden rounded-lg">
        <Picture src={null} alt={title} sizes={mainSizes} />
      </div>
    );

  const show = (index: number) => {
    const element = scroller.current;
    if (!element || index < 0 || index >= pictures.length) return;
    element.scrollTo({ left: index * element.clientWidth, behavior: 'smooth' });
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
              className="aspect-square w-full shrink-0 snap-start snap-always"
            >
              <a
                href={picture.largeUrl}
                aria-label={`Zoom: ${picture.alt}`}
                tabIndex={index === current ? 0 : -1}
                onClick={openZoom}
                className="block size-full cursor-zoom-in -outline-offset-4"
              >
                <Picture src={picture.url} alt={picture.alt} sizes={mainSizes} priority={index === 0} />
              </a>
            </li>
          ))}
        </ul>
        <span
          aria-hidden="true"
          className="pointer-events-none absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-paper/85 text-ink"
        >
          <ZoomIcon size={18} />
        </span>
        {pictures.length > 1 && (
          <div className="pointer-events-none absolute inset-y-0 inset-x-2 hidden items-center justify-between scripted:lg:flex">
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
        <ol className="scrollbar-none flex shrink-0 gap-2 overflow-x-auto p-0.5 lg:w-20 lg:flex-col lg:gap-3">
          {pictures.map((picture, index) => (
            <li key={picture.url} className="size-16 shrink-0 lg:size-19">
              <a
                href={`#${pictureId(index)}`}
                aria-label={`Picture ${index + 1} of ${pictures.length}`}
                aria-current={index === current}
                onClick={(event) => {
                  event.preventDefault();
                  show(index);
                }}
                className={classNames(
                  'block size-full overflow-hidden rounded-md transition-opacity',
                  index === current ? 'ring-2 ring-ink' : 'opacity-70 hover:opacity-100',
                )}
              >
                <Picture src={picture.url} alt="" sizes="76px" maxWidth={240} eager />
              </a>
            </li>
          ))}
        </ol>
      )}
      <PictureDialog
        ref={dialog}
        isOpen={isZoomed}
        picture={pictures[current] ?? pictures[0]}
        shownSizes={mainSizes}
        place={`${current + 1} of ${pictures.length}`}
        onClose={() => setIsZoomed(false)}
        onStep={(step) => show(current + step)}
      />
    </section>
  );
}
