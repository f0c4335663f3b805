import type { Theme } from '@kindred/ui';
import { useState } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';
import { themeCookieText } from './theme.ts';
import { showThemeColor } from './theme-color.tsx';

/** The theme, and a function that changes it for this page and later visits. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const sent = useRouteLoaderData<typeof loader>('root')?.theme ?? 'system';
  const [chosen, setChosen] = useState<Theme>();
  const change = (theme: Theme) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = themeCookieText(theme, { isOverHttps: location.protocol === 'https:' });
    document.documentElement.dataset.theme = theme;
    showThemeColor(theme);
    setChosen(theme);
  };
  return [chosen ?? sent, change];
}
