import type { ApiPlugin } from '../../../platform/http/api.ts';
import {
  accessQuery,
  invoiceNumber,
  type OrderContext,
  orderFinder,
  orderParams,
  orderProblem,
} from '../orders/index.ts';
import { drawInvoice } from './invoice-pdf.ts';
import type { Seller } from './seller.ts';

export function invoiceRoutes(context: OrderContext & { readonly seller: () => Promise<Seller> }): ApiPlugin {
  const orderOf = orderFinder(context);
  return async (app) => {
    app.get(
      '/orders/:id/invoice.pdf',
      {
        config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
        schema: {
          tags: ['orders'],
          operationId: 'getInvoice',
          asker: 'order',
          permission: 'orders:read',
          summary: 'Download the invoice of a paid order as PDF',
          description: 'The invoice lists refunds as credit notes.',
          problems: [...orderProblem.known('order-not-found', 'no-invoice')],
          params: orderParams,
          querystring: accessQuery,
          media: { type: 'application/pdf', description: 'The invoice' },
        },
      },
      async (request, reply) => {
        const order = await orderOf(request);
        const { invoice } = order;
        if (!invoice) throw orderProblem('no-invoice', 'The order gets an invoice when it is paid.');
        const pdf = await drawInvoice({ ...order, invoice }, await context.seller());
        return reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename="invoice-${invoiceNumber(invoice)}.pdf"`)
          .send(pdf);
      },
    );
  };
}
