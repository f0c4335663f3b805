import { TextField, type TextFieldProps } from './text-field.tsx';

/** An email address, typed on the keyboard that phones have for it. */
export function EmailField(
  props: Omit<TextFieldProps, 'label' | 'name' | 'type'> & Partial<Pick<TextFieldProps, 'label' | 'name'>>,
) {
  return (
    <TextField
      name="email"
      label="Email"
      autoComplete="email"
      maxLength={300}
      {...props}
      type="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
