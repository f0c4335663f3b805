import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { StockedLine } from './order.ts';

/** Returns the parcel's id. */
export async function insertShipment(
  tx: Transaction,
  shipment: {
    readonly orderId: string;
    readonly carrier: string | null;
    readonly trackingNumber: string | null;
    readonly lines: readonly StockedLine[];
  },
): Promise<string> {
  const { rows } = await tx.execute<{ shipment_id: string }>(sql`
    insert into shipments (order_id, carrier, tracking_number)
    values (${shipment.orderId}, ${shipment.carrier}, ${shipment.trackingNumber}) returning shipment_id`);
  const { shipment_id } = rows[0];
  await tx.execute(sql`
    insert into shipment_lines (shipment_id, order_id, product_id, quantity)
    select ${shipment_id}, ${shipment.orderId}, "productId", quantity
    from jsonb_to_recordset(${JSON.stringify(shipment.lines)}::jsonb) as l ("productId" int, quantity int)`);
  return shipment_id;
}

export async function markDelivered(tx: Transaction, shipmentId: string): Promise<void> {
  await tx.execute(sql`
    update shipments set delivered_at = greatest(now(), shipped_at) where shipment_id = ${shipmentId}`);
}
