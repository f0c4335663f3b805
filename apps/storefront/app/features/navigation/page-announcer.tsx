import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';

/**
 * After a navigation without a new document, does what a browser does when a document loads: the focus starts at the content, and a
 * screen reader reads the title.
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
