import type { ShopCompany } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';
import { AddressIcon, ClockIcon, LinkButton, MailIcon, PhoneIcon } from '@kindred/ui';
import type { ReactNode } from 'react';

const link =
  'underline decoration-line-strong underline-offset-4 hover:decoration-ink [overflow-wrap:anywhere]';

/** All contact details of the company, and a link to find an order. */
export function ContactDetails({ company }: { company: ShopCompany }) {
  const { legal_name, email, phone, opening_hours, register_number, vat_number } = company;
  const address = addressLines(company);
  return (
    <div className="mb-10 max-w-prose">
      <dl className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
        {email !== '' && (
          <Detail title="Email" icon={<MailIcon size={20} aria-hidden="true" />}>
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          </Detail>
        )}
        {phone !== '' && (
          <Detail title="Phone" icon={<PhoneIcon size={20} aria-hidden="true" />}>
            <a href={`tel:${phone.replaceAll(' ', '')}`} className={link}>
              {phone}
            </a>
          </Detail>
        )}
        <Detail
          title={address.length > 0 ? 'Address' : 'Company'}
          icon={<AddressIcon size={20} aria-hidden="true" />}
        >
          {[legal_name, ...address].map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </Detail>
        {opening_hours !== '' && (
          <Detail title="Opening hours" icon={<ClockIcon size={20} aria-hidden="true" />}>
            {opening_hours}
          </Detail>
        )}
      </dl>
      <p className="mt-6 text-ink-muted text-sm empty:hidden">
        {[register_number && `Register number ${register_number}`, vat_number && `VAT number ${vat_number}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <LinkButton href="/orders/find" size="lg" className="mt-6">
        Find an order
      </LinkButton>
    </div>
  );
}

function Detail({ title, icon, children }: { title: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="flex items-center gap-3 font-medium text-sm">
        <span className="text-ink-muted">{icon}</span>
        {title}
      </dt>
      <dd className="mt-1 pl-8">{children}</dd>
    </div>
  );
}
