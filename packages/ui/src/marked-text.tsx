import { Fragment } from 'react';
import { type TextRange, textParts } from './text-parts.ts';

interface MarkedTextProps {
  text: string;
  ranges: readonly TextRange[] | undefined;
  markClassName: string;
}

/** A text with marked ranges. */
export function MarkedText({ text, ranges = [], markClassName }: MarkedTextProps) {
  return textParts(text, ranges).map((part, index) =>
    part.isMarked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the text is what a part is.
      <mark key={index} className={markClassName}>
        {part.text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the text is what a part is.
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}
