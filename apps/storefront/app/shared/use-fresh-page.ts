import { useEffect } from 'react';

/** Back may bring a page out of a browser’s memory as it was: one that shows somebody’s own things is asked for again. */
export function useFreshPage(isPersonal: boolean): void {
  useEffect(() => {
    if (!isPersonal) return;
    const reload = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', reload);
    return () => window.removeEventListener('pageshow', reload);
  }, [isPersonal]);
}
