import type { FormEvent } from 'react';
import { classNames } from './class-names.ts';
import { type Icon, MoonIcon, SunIcon, SystemThemeIcon } from './icons.tsx';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const looks: Record<Theme, { label: string; Icon: Icon }> = {
  system: { label: 'Same as the system', Icon: SystemThemeIcon },
  light: { label: 'Light', Icon: SunIcon },
  dark: { label: 'Dark', Icon: MoonIcon },
};

interface ThemeToggleProps {
  theme: Theme;
  /** The address to which the form posts without JavaScript. */
  action: string;
  /** The page to return to. */
  returnTo: string;
  onChange: (theme: Theme) => void;
}

/** Three buttons of one form. Each posts its theme; with JavaScript `onChange` replaces the post. */
export function ThemeToggle({ theme, action, returnTo, onChange }: ThemeToggleProps) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const chosen = themes.find((one) => one === (submitter as HTMLButtonElement | null)?.value);
    if (!chosen) return;
    event.preventDefault();
    onChange(chosen);
  };

  return (
    <form method="post" action={action} onSubmit={onSubmit} aria-label="Colour theme">
      <input type="hidden" name="return_to" value={returnTo} />
      <div className="inline-flex rounded-full bg-surface-strong/60 p-0.5">
        {themes.map((one) => {
          const { label, Icon } = looks[one];
          return (
            <button
              key={one}
              type="submit"
              name="theme"
              value={one}
              aria-pressed={one === theme}
              aria-label={label}
              title={label}
              className={classNames(
                'grid size-9 place-items-center rounded-full transition-colors max-md:size-11',
                one === theme
                  ? 'bg-paper text-ink shadow-raised forced-colors:outline-2 forced-colors:-outline-offset-2'
                  : 'text-ink-muted hover:text-ink',
              )}
            >
              <Icon size={16} aria-hidden="true" />
            </button>
          );
        })}
      </div>
    </form>
  );
}
