import { ThemeToggle } from '@kindred/ui';
import { useLocation } from 'react-router';
import { useTheme } from './use-theme.ts';

/** Changes the theme of this page and of later visits. */
export function ThemeSwitch() {
  const { pathname, search } = useLocation();
  const [theme, setTheme] = useTheme();
  return <ThemeToggle theme={theme} action="/theme" returnTo={pathname + search} onChange={setTheme} />;
}
