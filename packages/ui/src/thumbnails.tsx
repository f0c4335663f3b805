import { classNames } from './class-names.ts';
import { Picture } from './picture.tsx';

export interface GalleryPicture {
  url: string;
  largeUrl: string;
  alt: string;
}

interface ThumbnailsProps {
  pictures: readonly GalleryPicture[];
  /** The place of the picture that is shown large. It has a frame. */
  current: number;
  /** The fragment of a picture, for browsers without JavaScript. */
  hrefOf: (index: number) => string;
  onShow: (index: number) => void;
  className?: string;
}

/** Small pictures that show large ones: a row, and a column on wide screens. */
export function Thumbnails({ pictures, current, hrefOf, onShow, className }: ThumbnailsProps) {
  return (
    <ol
      className={classNames(
        'scrollbar-none shrink-0 gap-2 overflow-auto p-0.5 lg:w-20 lg:flex-col lg:gap-3',
        className,
      )}
    >
      {pictures.map((picture, index) => (
        <li key={picture.url} className="size-16 shrink-0 lg:size-19">
          <a
            href={hrefOf(index)}
            aria-label={`Picture ${index + 1} of ${pictures.length}`}
            aria-current={index === current}
            onClick={(event) => {
              event.preventDefault();
              onShow(index);
            }}
            className="block size-full overflow-hidden rounded-md transition-shadow hover:ring-2 hover:ring-line-strong aria-[current=true]:ring-2 aria-[current=true]:ring-ink forced-colors:aria-[current=true]:outline-2"
          >
            <Picture src={picture.url} alt="" sizes="76px" maxWidth={240} eager />
          </a>
        </li>
      ))}
    </ol>
  );
}
