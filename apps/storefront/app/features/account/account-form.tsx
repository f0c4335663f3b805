import type { ComponentProps } from 'react';
import { Form } from 'react-router';
import { accountField } from './draft.ts';
import { useAccount } from './use-account.ts';

/** A form on an account page. If the log-in has ended when it is sent, the input comes back once the same person has logged in. */
export function AccountForm({ children, ...props }: Omit<ComponentProps<typeof Form>, 'method'>) {
  const { user_id } = useAccount();
  return (
    <Form {...props} method="post">
      <input type="hidden" name={accountField} value={user_id} />
      {children}
    </Form>
  );
}
