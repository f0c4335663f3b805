import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';

/**
 * What a browser does when a document loads, for a page that comes without one: the focus starts at the page's content, and its
 * title is read out.
 */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const isReady = useNavigation().state === 'idle';
  const shown = useRef(pathname);
  const [title, setTitle] = useState('');

  useEffect(() => {
    if (!isReady || shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
    setTitle(document.title);
  }, [pathname, isReady]);

  return (
    <p aria-live="polite" className="sr-only">
      {title}
    </p>
  );
}
