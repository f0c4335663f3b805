import { useEffect } from 'react';

/**
 * Back may bring a page out of a browser’s memory as it was, also after a log-out: one that shows somebody’s own things is left
 * blank, and asked for again.
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
