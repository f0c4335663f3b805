import { useState } from 'react';
import { TextArea, type TextAreaProps } from './text-field.tsx';

/** Several lines of text. Shows how many characters are left once few are. */
export function CountedTextArea({
  maxLength,
  defaultValue = '',
  ...props
}: TextAreaProps & { maxLength: number; defaultValue?: string }) {
  const [length, setLength] = useState(defaultValue.length);
  const left = maxLength - length;
  return (
    <div>
      <TextArea
        {...props}
        maxLength={maxLength}
        defaultValue={defaultValue}
        onChange={(event) => setLength(event.target.value.length)}
      />
      <p className="mt-1.5 text-ink-muted text-sm tabular-nums" aria-live="polite">
        {left <= 200 ? `${left.toLocaleString('en-US')} characters left` : <span className="sr-only" />}
      </p>
    </div>
  );
}
