import { Badge, Disclosure, LinkButton } from '@kindred/ui';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { AccountForm } from './account-form.tsx';

export interface ShownAddress {
  readonly addressId: string;
  readonly lines: readonly string[];
  readonly phone: string;
  readonly isDefault: boolean;
}

export function AddressCard({ address }: { address: ShownAddress }) {
  const { addressId, lines, phone, isDefault } = address;
  const [name, ...others] = lines;
  const where = `${name}, ${others[0]}`;
  return (
    <li className="flex flex-col rounded-lg border border-line p-5">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 break-words font-medium">{name}</p>
        {isDefault && <Badge tone="accent">Default</Badge>}
      </div>
      <address className="mt-1 grow break-words text-ink-muted text-sm not-italic">
        {others.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        {phone !== '' && <span className="mt-1 block">{phone}</span>}
      </address>
      <div className="mt-4 flex flex-wrap items-start gap-x-5 gap-y-1">
        <LinkButton
          href={`/account/addresses/${addressId}`}
          variant="quiet"
          className="px-0"
          aria-label={`Edit ${where}`}
        >
          Edit
        </LinkButton>
        {!isDefault && (
          <AccountForm>
            <input type="hidden" name="intent" value="default" />
            <input type="hidden" name="address_id" value={addressId} />
            <SubmitButton variant="quiet" className="px-0" aria-label={`Use as default: ${where}`}>
              Use as default
            </SubmitButton>
          </AccountForm>
        )}
        <Disclosure
          summary={
            <>
              Delete<span className="sr-only"> {where}</span>
            </>
          }
        >
          <AccountForm className="flex flex-wrap items-center gap-3 text-sm">
            <input type="hidden" name="intent" value="delete" />
            <input type="hidden" name="address_id" value={addressId} />
            <p>Past orders keep this address.</p>
            <SubmitButton variant="secondary">Delete address</SubmitButton>
          </AccountForm>
        </Disclosure>
      </div>
    </li>
  );
}
