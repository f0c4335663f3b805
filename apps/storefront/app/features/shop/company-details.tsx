import type { Shop } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';

/** The company that runs the shop, in the footer of every page. */
export function CompanyDetails({ company }: { company: Shop['company'] }) {
  const { legal_name, email, phone, is_example } = company;
  return (
    <address className="text-ink-muted text-sm not-italic">
      <p className="text-ink">
        {legal_name}
        {is_example && (
          <span className="ml-2 whitespace-nowrap rounded-full border border-line-strong px-2 py-0.5 text-ink-muted text-xs">
            Example
          </span>
        )}
      </p>
      <p className="empty:hidden">{addressLines(company).join(', ')}</p>
      <p className="mt-1 flex flex-wrap gap-x-4">
        {email !== '' && (
          <a
            href={`mailto:${email}`}
            className="inline-flex min-h-8 items-center underline underline-offset-4 hover:text-ink"
          >
            {email}
          </a>
        )}
        {phone !== '' && (
          <a
            href={`tel:${phone.replaceAll(' ', '')}`}
            className="inline-flex min-h-8 items-center hover:text-ink"
          >
            {phone}
          </a>
        )}
      </p>
    </address>
  );
}
