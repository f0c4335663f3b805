import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { ArrowLeftIcon, ArrowRightIcon, PauseIcon, PlayIcon } from './icons.tsx';
import { useReducedMotion } from './use-reduced-motion.ts';

export interface CarouselSlide {
  /** Its heading, for the button that leads to it. */
  name: string;
  content: ReactNode;
}

interface CarouselProps {
  /** Such as “Featured”. */
  label: string;
  /** Beside the buttons. */
  heading: ReactNode;
  slides: readonly CarouselSlide[];
}

const slideMs = 7_000;

/**
 * Slides that follow each other, as the ARIA Authoring Practices describe it (https://www.w3.org/WAI/ARIA/apg/patterns/carousel). They move by
 * themselves until the shopper points at them, moves the focus into them or pauses them, and not for a shopper who asked for less motion. Without JavaScript
 * they are a row that scrolls sideways.
 */
export function Carousel({ label, heading, slides }: CarouselProps) {
  const track = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const isMotionReduced = useReducedMotion();
  const [choice, setChoice] = useState<'play' | 'pause'>();
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const [isScripted, setIsScripted] = useState(false);
  useEffect(() => setIsScripted(true), []);

  const hasSeveral = slides.length > 1;
  const isPlaying = hasSeveral && (choice === undefined ? !isMotionReduced : choice === 'play');
  const isMoving = isPlaying && !isPointedAt && !hasFocus;
  /** The button that stops the slides may keep the focus while they move, but only if the shopper asked for it. */
  const holds = (target: HTMLElement) =>
    target.matches(':focus-visible') && !(choice === 'play' && target.matches('[data-plays]'));

  const show = (index: number) => {
    const element = track.current;
    const place = (index + slides.length) % slides.length;
    element?.scrollTo({
      left: place * element.clientWidth,
      behavior: isMotionReduced ? 'instant' : 'smooth',
    });
  };

  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => {
      const element = track.current;
      if (!element || document.visibilityState === 'hidden') return;
      const next = (current + 1) % slides.length;
      element.scrollTo({ left: next * element.clientWidth, behavior: 'smooth' });
    }, slideMs);
    return () => clearInterval(timer);
  }, [isMoving, current, slides.length]);

  return (
    <section
      aria-roledescription="carousel"
      aria-label={label}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocus={({ target }) => setHasFocus(holds(target))}
      onBlur={(event) => !isInside(event) && setHasFocus(false)}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {heading}
        {hasSeveral && (
          <div className="-mx-2.5 hidden items-center scripted:flex print:hidden">
            <IconButton
              label={isPlaying ? 'Pause the slides' : 'Play the slides'}
              data-plays
              onClick={() => {
                setChoice(isPlaying ? 'pause' : 'play');
                setHasFocus(false);
              }}
            >
              {isPlaying ? <PauseIcon size={18} /> : <PlayIcon size={18} />}
            </IconButton>
            <IconButton label="Previous slide" onClick={() => show(current - 1)}>
              <ArrowLeftIcon size={20} />
            </IconButton>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
            <div role="group" aria-label="Choose a slide" className="flex">
              {slides.map(({ name }, index) => (
                <button
                  key={name}
                  type="button"
                  aria-label={`Slide ${index + 1}: ${name}`}
                  aria-current={index === current ? 'true' : undefined}
                  onClick={() => show(index)}
                  className="group/dot grid h-11 w-7 place-items-center"
                >
                  <span className="size-2.5 rounded-full border border-ink-muted transition-colors group-hover/dot:bg-ink-muted group-aria-[current]/dot:border-ink group-aria-[current]/dot:bg-ink forced-colors:group-aria-[current]/dot:bg-[Highlight]" />
                </button>
              ))}
            </div>
            <IconButton label="Next slide" onClick={() => show(current + 1)}>
              <ArrowRightIcon size={20} />
            </IconButton>
          </div>
        )}
      </div>
      <div
        ref={track}
        aria-live={isMoving ? 'off' : 'polite'}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setCurrent(Math.round(scrollLeft / clientWidth))
        }
        className="scrollbar-none -mx-1 mt-4 flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain print:flex-wrap"
      >
        {slides.map(({ name, content }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
          <div
            key={name}
            role="group"
            aria-roledescription="slide"
            aria-label={`${index + 1} of ${slides.length}: ${name}`}
            inert={isScripted && index !== current}
            className="w-full shrink-0 snap-start snap-always p-1"
          >
            {content}
          </div>
        ))}
      </div>
    </section>
  );
}

function isInside({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): boolean {
  return currentTarget.contains(relatedTarget);
}
