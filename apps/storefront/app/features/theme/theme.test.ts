import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { themeColors, themeCookieText, themeFromCookies } from './theme.ts';

test('finds the theme among other cookies, and falls back to the system’s', () => {
  expect(themeFromCookies('a=1; kindred_theme=dark; b=2')).toBe('dark');
  expect(themeFromCookies('kindred_theme=pink')).toBe('system');
  expect(themeFromCookies(null)).toBe('system');
  expect(themeFromCookies(themeCookieText('light', { isOverHttps: true }))).toBe('light');
});

test('the cookie of a theme chosen over https is sent over https only', () => {
  expect(themeCookieText('dark', { isOverHttps: true })).toMatch(/; Secure$/);
  expect(themeCookieText('dark', { isOverHttps: false })).not.toContain('Secure');
});

test('the browser’s bars have the colour of the page', () => {
  const tokens = readFileSync(createRequire(import.meta.url).resolve('@kindred/ui/theme.css'), 'utf8');
  const [light, dark] = themeColors('system');
  expect(tokens).toContain(`--color-paper: light-dark(${light}, ${dark});`);
  expect(themeColors('dark')).toEqual([dark, dark]);
});
