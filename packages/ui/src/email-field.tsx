import { TextField, type TextFieldProps } from './text-field.tsx';

/** An email address. Phones show their keyboard for addresses. */
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
