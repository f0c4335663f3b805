import { useState } from 'react';
import { HideIcon, ShowIcon } from './icons.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** A password, with a button that shows and hides it. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'trailing'>) {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? HideIcon : ShowIcon;
  return (
    <TextField
      autoCapitalize="none"
      spellCheck={false}
      {...props}
      type={isShown ? 'text' : 'password'}
      trailing={
        <button
          type="button"
          aria-pressed={isShown}
          aria-label="Show password"
          title={isShown ? 'Hide password' : 'Show password'}
          onClick={() => setIsShown(!isShown)}
          className="hidden size-11 place-items-center rounded-md text-ink-muted hover:text-ink scripted:grid"
        >
          <Icon size={18} aria-hidden="true" />
        </button>
      }
    />
  );
}
