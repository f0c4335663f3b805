import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';

/**
 * After a navigation without a new document, does what a browser does when a document loads: the focus starts at the content, and a
 * screen reader reads the title. If only the list on the page changes, by a filter or another order, the focus stays where it is.
 */
export function PageAnnouncer() {
  const { pathname, search } = useLocation();
  const isReady = useNavigation().state === 'idle';
  const shown = useRef({ pathname, search });
  const [text, setText] = useState('');

  useEffect(() => {
    const last = shown.current;
    if (!isReady || (last.pathname === pathname && last.search === search)) return;
    shown.current = { pathname, search };
    const isNewPage = last.pathname !== pathname || placeIn(last) !== placeIn({ pathname, search });
    if (isNewPage) {
      document.getElementById('content')?.focus({ preventScroll: true });
      setText(document.title);
    } else {
      // The text differs each time, so that a screen reader reads it again.
      setText((before) => (before === changed ? `${changed}\u00a0` : changed));
    }
  }, [pathname, search, isReady]);

  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}

const changed = 'The list has changed.';

/** Which page of which list an address names. On `/search`, other words find another list. */
function placeIn({ pathname, search }: { pathname: string; search: string }): string {
  const fields = new URLSearchParams(search);
  const words = pathname === '/search' ? fields.get('q') : null;
  return `${fields.get('page') ?? ''} ${words ?? ''}`;
}
