import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

/** The page's width and its outer margins. */
export function Container({
  isWide = false,
  className,
  ...props
}: {
  /** As wide as a large screen, for a list of many products. */
  isWide?: boolean;
} & HTMLAttributes<HTMLDivElement>) {
  return (
    <div
      className={classNames(
        'mx-auto w-full px-4 md:px-8 xl:px-12',
        isWide ? 'max-w-wide' : 'max-w-page',
        className,
      )}
      {...props}
    />
  );
}

/** The 12-column grid; children choose their columns by `col-span-*`. */
export function Grid({ className, ...props }: HTMLAttributes<HTMLDivElement>) {
  return <div className={classNames('grid-page', className)} {...props} />;
}
