import type { ButtonHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { HeartIcon } from './icons.tsx';

interface HeartButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-pressed'> {
  /** The button's name. It stays the same; `isPressed` says the rest. */
  label: string;
  isPressed: boolean;
  /** `icon`: a round button on a picture. `text`: with a word, beside other buttons. */
  look?: 'icon' | 'text';
}

const looks = {
  icon: 'size-11 rounded-full bg-paper/85 text-ink hover:bg-paper hover:text-accent',
  text: 'min-h-11 gap-2 self-start rounded-full border border-line-strong px-5 font-medium text-sm hover:border-ink hover:bg-surface',
};

/** Puts something on a wishlist and takes it off again. */
export function HeartButton({ label, isPressed, look = 'icon', className, ...button }: HeartButtonProps) {
  return (
    <button
      type="submit"
      {...button}
      aria-pressed={isPressed}
      aria-label={label}
      title={look === 'icon' ? (isPressed ? 'On your wishlist' : 'Add to wishlist') : undefined}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center transition-colors',
        looks[look],
        className,
      )}
    >
      <HeartIcon
        size={20}
        aria-hidden="true"
        className={isPressed ? 'fill-current text-accent' : undefined}
      />
      {look === 'text' && 'Wishlist'}
    </button>
  );
}
