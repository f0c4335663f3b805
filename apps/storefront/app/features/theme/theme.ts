import { type Theme, themes } from '@kindred/ui';

export const themeCookie = 'kindred_theme';
const oneYearSeconds = 365 * 24 * 60 * 60;

export function parseTheme(text: unknown): Theme | undefined {
  return themes.find((theme) => theme === text);
}

/** `--color-paper` of the design tokens. */
const paper = { light: '#fdfdfb', dark: '#141513' };

/** The colours of the browser's bars where the system is light, and where it is dark. */
export function themeColors(theme: Theme): readonly [light: string, dark: string] {
  return theme === 'system' ? [paper.light, paper.dark] : [paper[theme], paper[theme]];
}

/** From a `Cookie` header or `document.cookie`. */
export function themeFromCookies(cookies: string | null): Theme {
  const value = cookies
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === themeCookie)?.[1];
  return parseTheme(value) ?? 'system';
}

/** For `Set-Cookie` and for `document.cookie`. It is not HttpOnly, because scripts change the theme too. */
export function themeCookieText(theme: Theme, { isOverHttps }: { isOverHttps: boolean }): string {
  const attributes = [
    'Path=/',
    `Max-Age=${oneYearSeconds}`,
    'SameSite=Lax',
    ...(isOverHttps ? ['Secure'] : []),
  ];
  return [`${themeCookie}=${theme}`, ...attributes].join('; ');
}
