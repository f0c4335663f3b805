import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { controlAttributes, controlLook, FieldFrame, type FieldProps } from './field.tsx';

type OwnInputAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps>;

export interface TextFieldProps extends FieldProps, OwnInputAttributes {
  ref?: Ref<HTMLInputElement> | undefined;
  /** At the end of the control: a button, a mark. */
  trailing?: ReactNode;
}

/** One line of text. */
export function TextField({
  name,
  label,
  id,
  hint,
  error,
  isOptional,
  className,
  trailing,
  type = 'text',
  ...input
}: TextFieldProps) {
  const field = { name, label, id, hint, error, isOptional, className };
  const control = (
    <input
      type={type}
      {...input}
      {...controlAttributes(field)}
      className={classNames(controlLook, 'h-12', trailing !== undefined && 'pr-12')}
    />
  );
  return (
    <FieldFrame {...field}>
      {trailing === undefined ? (
        control
      ) : (
        <div className="relative">
          {control}
          <div className="pointer-events-none absolute inset-y-0 right-0 flex items-center pr-1 *:pointer-events-auto">
            {trailing}
          </div>
        </div>
      )}
    </FieldFrame>
  );
}

export interface TextAreaProps
  extends FieldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps> {}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  id,
  hint,
  error,
  isOptional,
  className,
  rows = 5,
  ...textarea
}: TextAreaProps) {
  const field = { name, label, id, hint, error, isOptional, className };
  return (
    <FieldFrame {...field}>
      <textarea
        rows={rows}
        {...textarea}
        {...controlAttributes(field)}
        className={classNames(controlLook, 'py-2.5')}
      />
    </FieldFrame>
  );
}
