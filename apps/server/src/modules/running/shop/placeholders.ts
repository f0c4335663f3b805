/** @file Fills `{{shop_name}}` and other placeholders in pages with the shop's data, so that no page has to repeat them. */
import type { Shop } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';

const placeholder = /\{\{\s*([\w.-]*)\s*\}\}/g;

const values = {
  shop_name: ({ name }) => escapeMarkdown(name),
  legal_name: ({ company }) => escapeMarkdown(company.legal_name),
  company_email: ({ company }) => escapeMarkdown(company.email),
  retention_months: ({ recommendations }) => String(recommendations.retention_months),
  company_details: ({ company }) => companyDetails(company),
} satisfies Record<string, (shop: Shop) => string>;

export const placeholderNames = Object.keys(values);

export function unknownPlaceholders(body: string): string[] {
  return [...body.matchAll(placeholder)].flatMap(([, name]) => (Object.hasOwn(values, name) ? [] : name));
}

/** An unknown placeholder stays as it is. */
export function fillPlaceholders(body: string, shop: Shop): string {
  return body.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof typeof values](shop) : whole,
  );
}

/** Missing details are left out. */
function companyDetails(company: Shop['company']): string {
  const { legal_name, register_number, vat_number, email, phone } = company;
  const labelled = [
    ['Register number', register_number],
    ['VAT number', vat_number],
    ['Email', email],
    ['Phone', phone],
  ].flatMap(([label, value]) => (value === '' ? [] : `${label}: ${value}`));
  // A backslash at the end of a line breaks it.
  return [legal_name, ...addressLines(company), ...labelled].map(escapeMarkdown).join('\\\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
