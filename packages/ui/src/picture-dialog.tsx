import { type KeyboardEvent, type RefObject, useState } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import type { GalleryPicture } from './gallery.tsx';
import { ArrowLeftIcon, ArrowRightIcon, CloseIcon } from './icons.tsx';
import { Picture } from './picture.tsx';

interface PictureDialogProps {
  ref: RefObject<HTMLDialogElement | null>;
  isOpen: boolean;
  picture: GalleryPicture | undefined;
  /** The `sizes` of the gallery, whose file is already loaded. */
  shownSizes: string;
  place: string;
  onClose: () => void;
  onStep: (step: -1 | 1) => void;
}

/** One picture over the whole window; a click makes it twice as large, to be moved by scrolling. */
export function PictureDialog({
  ref,
  isOpen,
  picture,
  shownSizes,
  place,
  onClose,
  onStep,
}: PictureDialogProps) {
  const [isEnlarged, setIsEnlarged] = useState(false);
  const close = () => ref.current?.close();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onStep(-1);
    else if (event.key === 'ArrowRight') onStep(1);
  };

  return (
    <dialog
      ref={ref}
      aria-label="Zoomed picture"
      onClose={() => {
        setIsEnlarged(false);
        onClose();
      }}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-paper text-ink"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between gap-2 px-3 py-2">
          <p className="pl-2 text-ink-muted text-sm tabular-nums">{place}</p>
          <div className="flex">
            <IconButton label="Previous picture" onClick={() => onStep(-1)}>
              <ArrowLeftIcon size={20} aria-hidden="true" />
            </IconButton>
            <IconButton label="Next picture" onClick={() => onStep(1)}>
              <ArrowRightIcon size={20} aria-hidden="true" />
            </IconButton>
            <IconButton label="Close" onClick={close}>
              <CloseIcon size={20} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        <div className="min-h-0 grow overflow-auto">
          {isOpen && picture && (
            <button
              type="button"
              aria-pressed={isEnlarged}
              aria-label="Enlarge"
              onClick={() => setIsEnlarged(!isEnlarged)}
              className={classNames(
                'relative block',
                isEnlarged ? 'size-[200%] cursor-zoom-out' : 'size-full cursor-zoom-in',
              )}
            >
              <Picture src={picture.url} alt="" sizes={shownSizes} fit="contain" eager />
              <Picture
                src={picture.largeUrl}
                alt={picture.alt}
                sizes={isEnlarged ? 'min(200vw, 200vh)' : 'min(100vw, 100vh)'}
                fit="contain"
                eager
                className="absolute inset-0"
              />
            </button>
          )}
        </div>
      </div>
    </dialog>
  );
}
