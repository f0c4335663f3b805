import type { ComponentProps } from 'react';
import { type FetcherWithComponents, Form } from 'react-router';
import { cartChangesPath, cartPath } from './cart-change.ts';

interface CartFormProps extends Omit<ComponentProps<typeof Form>, 'action' | 'method'> {
  /** Carries it to the server and brings the answer. */
  fetcher: Pick<FetcherWithComponents<unknown>, 'submit'>;
}

/** A form that changes the cart: a page's own without JavaScript, and a question by the side with it. */
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
