import type { Ref } from 'react';
import { Alert } from './alert.tsx';

export interface SummarisedError {
  /** The id of the control with the error. Without it the error concerns the whole form. */
  fieldId?: string | undefined;
  message: string;
}

interface ErrorSummaryProps {
  errors: readonly SummarisedError[];
  ref?: Ref<HTMLDivElement> | undefined;
}

/** All errors of a form, above it. Each line links to its field. The form moves the focus here. */
export function ErrorSummary({ errors, ref }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  const title =
    errors.length === 1 ? 'One thing needs your attention' : `${errors.length} things need your attention`;
  return (
    <Alert ref={ref} tone="danger" role="alert" title={title}>
      <ul className="mt-1 space-y-0.5">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            {fieldId === undefined ? (
              message
            ) : (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  const field = document.getElementById(fieldId);
                  if (!field) return;
                  event.preventDefault();
                  field.focus();
                }}
                className="inline-block py-0.5 underline underline-offset-4"
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
