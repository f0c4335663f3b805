import type { ComponentProps } from 'react';
import { type FetcherWithComponents, Form } from 'react-router';
import { cartChangesPath, cartPath } from './cart-change.ts';

interface CartFormProps extends Omit<ComponentProps<typeof Form>, 'action' | 'method'> {
  /** Sends the form and receives the answer. */
  fetcher: Pick<FetcherWithComponents<unknown>, 'submit'>;
}

/** A form that changes the cart. With JavaScript the page stays; without it, the browser submits the form and loads the cart. */
export function CartForm({ fetcher, onSubmit, ...form }: CartFormProps) {
  return (
    <Form
      {...form}
      method="post"
      action={cartPath}
      onSubmit={(event) => {
        onSubmit?.(event);
        if (event.defaultPrevented) return;
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        void fetcher.submit((submitter as HTMLButtonElement | null) ?? event.currentTarget, {
          method: 'post',
          action: cartChangesPath,
        });
      }}
    />
  );
}
