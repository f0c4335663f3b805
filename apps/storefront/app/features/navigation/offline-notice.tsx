import { Container } from '@kindred/ui';
import { useSyncExternalStore } from 'react';

/** Says that the device is offline, and leaves when it is online again. */
export function OfflineNotice() {
  const isOffline = useSyncExternalStore(
    onChange,
    () => !navigator.onLine,
    () => false,
  );
  return (
    <div role="status" className="sticky bottom-0 z-30 mt-auto print:hidden">
      {isOffline && (
        <div className="border-line border-t bg-surface-strong">
          <Container className="py-3 text-sm">
            You are offline. You can read this page; we load more when you are back.
          </Container>
        </div>
      )}
    </div>
  );
}

function onChange(notify: () => void) {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}
