import { useEffect, useState } from 'react';

/** Whether something has been pending for so long that the page should show it. */
export function usePendingFor(isPending: boolean, ms: number): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setIsLong(true), ms);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isPending, ms]);
  return isPending && isLong;
}
