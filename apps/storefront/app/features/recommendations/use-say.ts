import { useToasts } from '@kindred/ui';
import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/recommendations/say.ts';

export const sayPath = '/recommendations/say';

/** Sends a form about recommendations. Then the page asks for its shelves again, and a message says what was done. */
export function useSay() {
  const fetcher = useFetcher<typeof action>();
  const { show } = useToasts();
  const answer = fetcher.data;
  useEffect(() => {
    if (answer) show({ text: answer.message, link: { href: '/recommendations', label: 'Settings' } });
  }, [answer, show]);
  return {
    isBusy: fetcher.state !== 'idle',
    say(fields: Readonly<Record<string, string>>) {
      void fetcher.submit(fields, { method: 'post', action: sayPath });
    },
  };
}
