import { Type } from '@kindred/server/extension';

export interface StaffPick {
  readonly product_id: number;
  readonly note: string;
  readonly picked_at: string;
}

export interface NewStaffPick {
  readonly note: string;
}

export interface StaffPickList {
  readonly items: readonly StaffPick[];
}

const note = { description: 'The note of the staff', minLength: 1, maxLength: 200 };

export const StaffPickSchema = Type.Object(
  {
    product_id: Type.Integer({ description: 'The product' }),
    note: Type.String(note),
    picked_at: Type.String({ format: 'date-time', description: 'When it was picked' }),
  },
  { $id: 'StaffPick', description: 'A product that the staff recommends' },
);

export const StaffPickListSchema = Type.Object(
  { items: Type.Array(StaffPickSchema, { description: 'The newest first' }) },
  { $id: 'StaffPickList', description: 'All picks' },
);

export const NewStaffPickSchema = Type.Object(
  { note: Type.String(note) },
  { $id: 'NewStaffPick', additionalProperties: false, examples: [{ note: 'Keeps tea warm till noon.' }] },
);
