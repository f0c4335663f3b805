import { Button } from '@kindred/ui';
import type { ComponentProps } from 'react';
import { useNavigation } from 'react-router';

/** Sends its form once. While the page waits for the answer, the button does nothing and keeps the focus. */
export function SubmitButton({ onClick, ...props }: ComponentProps<typeof Button>) {
  const { state, formMethod } = useNavigation();
  const isBusy = state !== 'idle' && formMethod === 'POST';
  return (
    <Button
      {...props}
      type="submit"
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
