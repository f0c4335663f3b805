import { type MouseEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Picture } from './picture.tsx';
import type { GalleryPicture } from './thumbnails.tsx';

export const zoomLevels = [1, 2, 4] as const;
export type ZoomLevel = (typeof zoomLevels)[number];

const looks: Record<ZoomLevel, { size: string; sizes: string }> = {
  1: { size: 'size-full cursor-zoom-in', sizes: 'min(100vw, 100vh)' },
  2: { size: 'size-[200%] cursor-zoom-in', sizes: 'min(200vw, 200vh)' },
  4: { size: 'size-[400%] cursor-zoom-out', sizes: 'min(400vw, 400vh)' },
};

interface ZoomedPictureProps {
  picture: GalleryPicture;
  /** The `sizes` of the gallery, whose file is already loaded. */
  shownSizes: string;
  level: ZoomLevel;
  onLevel: (level: ZoomLevel) => void;
}

/** A picture that a click enlarges around the pointer. Enlarged, it moves by scrolling or by dragging with the mouse. */
export function ZoomedPicture({ picture, shownSizes, level, onLevel }: ZoomedPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  /** The point of the picture that a new level keeps in view, as shares of its width and height. */
  const point = useRef({ x: 0.5, y: 0.5 });
  const { hasDragged, ...drag } = useDragging(box);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new level has a new size, and another picture starts at its centre.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { x, y } = point.current;
    element.scrollLeft = x * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = y * element.scrollHeight - element.clientHeight / 2;
    point.current = { x: 0.5, y: 0.5 };
  }, [level, picture]);

  const onClick = ({ currentTarget, clientX, clientY, detail }: MouseEvent) => {
    if (hasDragged()) return;
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    // A click by keyboard has no place.
    if (detail > 0) point.current = { x: (clientX - left) / width, y: (clientY - top) / height };
    onLevel(level === 1 ? 2 : level === 2 ? 4 : 1);
  };

  return (
    <div ref={box} {...drag} className="min-h-0 min-w-0 grow overflow-auto overscroll-contain">
      <button
        type="button"
        aria-label={level === 4 ? 'Show the whole picture' : 'Enlarge'}
        onClick={onClick}
        className={classNames('relative block -outline-offset-4', looks[level].size)}
      >
        <Picture src={picture.url} alt="" sizes={shownSizes} fit="contain" eager />
        <Picture
          src={picture.largeUrl}
          alt={picture.alt}
          sizes={looks[level].sizes}
          fit="contain"
          eager
          className="absolute inset-0"
        />
      </button>
    </div>
  );
}

/** Scrolls by dragging with the mouse; fingers scroll anyway. */
function useDragging(box: RefObject<HTMLElement | null>) {
  const last = useRef<{ x: number; y: number }>(undefined);
  const distance = useRef(0);
  return {
    /** Whether the click that is handled ends a drag. */
    hasDragged: () => distance.current > 6,
    onPointerDown: ({ pointerType, button, clientX, clientY }: PointerEvent) => {
      distance.current = 0;
      if (pointerType === 'mouse' && button === 0) last.current = { x: clientX, y: clientY };
    },
    onPointerMove: ({ clientX, clientY, buttons }: PointerEvent) => {
      if (!last.current || !box.current) return;
      if (buttons === 0) {
        last.current = undefined;
        return;
      }
      const [x, y] = [clientX - last.current.x, clientY - last.current.y];
      distance.current += Math.abs(x) + Math.abs(y);
      box.current.scrollBy(-x, -y);
      last.current = { x: clientX, y: clientY };
    },
    onDragStart: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}
