/** @file What the shop says of itself. What ships is true of any shop; what a merchant has said takes its place, field by field. */
import type { Shop, ShopChange, ShopCompany, ShopPageSlug } from '@kindred/contracts';

/** What a merchant has said. A change is kept as it came: a field that is not in it stays as it ships. */
export type ShopSettings = ShopChange;

export type DefaultShop = Omit<Shop, 'company'> & { readonly company: ShopCompany };

export interface WrittenPage {
  readonly slug: ShopPageSlug;
  readonly title: string;
  readonly description: string;
  /** Markdown. */
  readonly body: string;
  readonly updatedAt: Date;
}

/** Of a real company nothing is made up. */
const nothingSaid = {
  legal_name: '',
  line1: '',
  line2: '',
  postal_code: '',
  city: '',
  region: '',
  register_number: '',
  vat_number: '',
  email: '',
  phone: '',
  opening_hours: '',
} satisfies Omit<ShopCompany, 'country'>;

export function applySettings({ company: example, ...defaults }: DefaultShop, settings: ShopSettings): Shop {
  const { company = {}, ...said } = settings;
  const isExample = company.legal_name === undefined;
  const base = isExample ? example : { ...nothingSaid, country: example.country };
  return { ...defaults, ...said, company: { ...base, ...company, is_example: isExample } };
}

export function mergeSettings(before: ShopSettings, change: ShopChange): ShopSettings {
  const company = { ...before.company, ...change.company };
  return { ...before, ...change, ...(Object.keys(company).length > 0 && { company }) };
}
