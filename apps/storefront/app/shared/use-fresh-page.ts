import { useEffect } from 'react';

/**
 * With Back, a browser may show a page from its memory, even after a log-out. A personal page is therefore hidden when the visitor
 * leaves it, and reloaded when they come back.
 */
export function useFreshPage(isPersonal: boolean): void {
  useEffect(() => {
    if (!isPersonal) return;
    const blank = ({ persisted }: PageTransitionEvent) => {
      if (persisted) document.documentElement.hidden = true;
    };
    const reload = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload();
    };
    window.addEventListener('pagehide', blank);
    window.addEventListener('pageshow', reload);
    return () => {
      window.removeEventListener('pagehide', blank);
      window.removeEventListener('pageshow', reload);
    };
  }, [isPersonal]);
}
