import type { ComponentProps } from 'react';
import { Form } from 'react-router';
import { accountField } from './draft.ts';
import { useAccount } from './use-account.ts';

/** A form of somebody’s account. Should the log-in be over when it is sent, what was typed comes back to the same person. */
export function AccountForm({ children, ...props }: Omit<ComponentProps<typeof Form>, 'method'>) {
  const { user_id } = useAccount();
  return (
    <Form {...props} method="post">
      <input type="hidden" name={accountField} value={user_id} />
      {children}
    </Form>
  );
}
