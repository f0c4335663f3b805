import { useNavigation } from 'react-router';

/** A line at the top of the page while the next page loads. */
export function PendingBar() {
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return (
    <div role="progressbar" aria-label="Loading" className="fixed inset-x-0 top-0 z-50 h-0.5 print:hidden">
      <div className="h-full origin-left animate-progress bg-accent" />
    </div>
  );
}
