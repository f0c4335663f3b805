import { type KeyboardEvent, type RefObject, useState } from 'react';
import { IconButton } from './button.tsx';
import { ArrowLeftIcon, ArrowRightIcon, CloseIcon } from './icons.tsx';
import { type GalleryPicture, Thumbnails } from './thumbnails.tsx';
import { ZoomedPicture, type ZoomLevel, zoomLevels } from './zoomed-picture.tsx';

interface PictureDialogProps {
  ref: RefObject<HTMLDialogElement | null>;
  isOpen: boolean;
  pictures: readonly GalleryPicture[];
  current: number;
  /** The `sizes` of the gallery, whose file is already loaded. */
  shownSizes: string;
  hrefOf: (index: number) => string;
  onClose: () => void;
  onShow: (index: number) => void;
}

/** One picture over the whole window, as it is, twice or four times as large. */
export function PictureDialog(props: PictureDialogProps) {
  const { ref, isOpen, pictures, current, shownSizes, hrefOf, onClose, onShow } = props;
  const [level, setLevel] = useState<ZoomLevel>(1);
  const picture = pictures[current] ?? pictures[0];

  const show = (index: number) => {
    if (index < 0 || index >= pictures.length) return;
    setLevel(1);
    onShow(index);
  };
  // In an enlarged picture the arrow keys scroll.
  const onKeyDown = (event: KeyboardEvent) => {
    if (level > 1) return;
    if (event.key === 'ArrowLeft') show(current - 1);
    else if (event.key === 'ArrowRight') show(current + 1);
  };

  return (
    <dialog
      ref={ref}
      aria-label="Zoomed picture"
      onClose={() => {
        setLevel(1);
        onClose();
      }}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-paper text-ink"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between gap-2 px-3 py-2">
          <p aria-live="polite" className="min-w-14 pl-2 text-ink-muted text-sm tabular-nums">
            {current + 1} of {pictures.length}
          </p>
          <fieldset className="flex rounded-full bg-surface">
            <legend className="sr-only">Size of the picture</legend>
            {zoomLevels.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === level}
                onClick={() => setLevel(one)}
                className="size-11 rounded-full text-sm tabular-nums aria-pressed:bg-ink aria-pressed:text-paper forced-colors:aria-pressed:outline-2"
              >
                {one}×
              </button>
            ))}
          </fieldset>
          <div className="flex">
            {pictures.length > 1 && (
              <>
                <IconButton
                  label="Previous picture"
                  aria-disabled={current === 0}
                  onClick={() => show(current - 1)}
                >
                  <ArrowLeftIcon size={20} aria-hidden="true" />
                </IconButton>
                <IconButton
                  label="Next picture"
                  aria-disabled={current === pictures.length - 1}
                  onClick={() => show(current + 1)}
                >
                  <ArrowRightIcon size={20} aria-hidden="true" />
                </IconButton>
              </>
            )}
            <IconButton label="Close" onClick={() => ref.current?.close()}>
              <CloseIcon size={20} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        {isOpen && picture && (
          <div className="flex min-h-0 grow flex-col-reverse gap-2 px-3 pb-3 lg:flex-row lg:gap-4">
            {pictures.length > 1 && (
              <Thumbnails
                pictures={pictures}
                current={current}
                hrefOf={hrefOf}
                onShow={show}
                className="flex max-lg:justify-center-safe"
              />
            )}
            <ZoomedPicture picture={picture} shownSizes={shownSizes} level={level} onLevel={setLevel} />
          </div>
        )}
      </div>
    </dialog>
  );
}
