import type { Invoice } from './order.ts';

/** `2026-000042` */
export function invoiceNumber({ year, number }: Pick<Invoice, 'number' | 'year'>): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}
