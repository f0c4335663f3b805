import type { Theme } from '@kindred/ui';
import { themeColors } from './theme.ts';

/** The colour of the browser's own bars. `showThemeColor` changes it with the theme. */
export function ThemeColor({ theme }: { theme: Theme }) {
  const [light, dark] = themeColors(theme);
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark} />
    </>
  );
}

export function showThemeColor(theme: Theme): void {
  const colors = themeColors(theme);
  for (const [index, meta] of document.querySelectorAll('meta[name="theme-color"]').entries())
    meta.setAttribute('content', colors[index]!);
}
