import { useToasts } from '@kindred/ui';
import { type FormEvent, useCallback, useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/recommendations/say.ts';
import { forgetSearches } from '../search/recent-searches.ts';

export const sayPath = '/recommendations/say';

export interface Say {
  /** An answer is on its way, or the shelves that follow it are. */
  readonly isBusy: boolean;
  /** Sends a form about recommendations. */
  say(fields: Readonly<Record<string, string>>): void;
}

/** For a form of such buttons, which the browser sends if there is no JavaScript. */
export function onSay({ isBusy, say }: Say) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (!isBusy && button instanceof HTMLButtonElement) say({ [button.name]: button.value });
  };
}

/** After each answer, the page loads its shelves again, and a message says what was done, with the way back. */
export function useSay(): Say {
  const fetcher = useFetcher<typeof action>();
  const { show } = useToasts();
  const { data: answer, submit } = fetcher;
  const shown = useRef<typeof answer>(undefined);

  useEffect(() => {
    if (!answer || answer === shown.current) return;
    shown.current = answer;
    const { message, feedbackId } = answer;
    if (feedbackId === undefined) show({ text: message });
    else show({ text: message, button: { label: 'Undo', onClick: takeBack } });

    function takeBack() {
      // The button with the focus is gone now.
      document.getElementById('content')?.focus({ preventScroll: true });
      void submit({ take_back: feedbackId! }, { method: 'post', action: sayPath });
    }
  }, [answer, show, submit]);

  const say = useCallback<Say['say']>(
    (fields) => {
      if ('start_over' in fields) forgetSearches();
      void submit(fields, { method: 'post', action: sayPath });
    },
    [submit],
  );
  return { isBusy: fetcher.state !== 'idle', say };
}
