import * as z from 'zod';
import { lazily } from '../../lazily.ts';

/** What stands in a record of kind `purchase-order`; its id is the normalised number. */
export const purchaseOrderSchema = lazily(() =>
  z.object({ documentId: z.string(), number: z.string(), total: z.string() }),
);
export type PurchaseOrder = z.infer<ReturnType<typeof purchaseOrderSchema>>;

/** "PO 2024/0117" and "po-2024-0117" are one order. */
export function orderId(number: string): string {
  return number.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

export function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
