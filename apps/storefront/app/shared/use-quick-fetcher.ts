import { useState } from 'react';
import { type SubmitOptions, useFetcher } from 'react-router';
import { afterNextPaint } from './after-next-paint.ts';

type Where = Pick<SubmitOptions, 'action' | 'defaultShouldRevalidate'>;

/**
 * A fetcher that answers a press in the next frame. The router's own work at the start of a request takes a slow phone longer than that, so
 * the router hears of the request after the frame. `formData` and `isBusy` tell of it from the press on.
 */
export function useQuickFetcher<Data>(options?: { key: string }) {
  const fetcher = useFetcher<Data>(options);
  const [pressed, setPressed] = useState<FormData>();

  function post(target: HTMLFormElement | Readonly<Record<string, string>>, where: Where): void {
    const formData = target instanceof HTMLFormElement ? new FormData(target) : new FormData();
    if (!(target instanceof HTMLFormElement))
      for (const [name, value] of Object.entries(target)) formData.set(name, value);
    setPressed(formData);
    afterNextPaint(() => {
      void fetcher.submit(formData, { ...where, method: 'post', flushSync: true });
      setPressed(undefined);
    });
  }

  return {
    data: fetcher.data,
    formData: pressed ?? fetcher.formData,
    isBusy: pressed !== undefined || fetcher.state !== 'idle',
    Form: fetcher.Form,
    submit: fetcher.submit,
    post,
  };
}
