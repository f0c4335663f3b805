/** @file The shop's data. The defaults are true of any shop; a merchant's changes replace them field by field. */
import {
  mergeSignals,
  type Shop,
  type ShopChange,
  type ShopCompany,
  type ShopPageSlug,
} from '@kindred/contracts';

/** The merchant's changes. `featured` is only for the home page, so `Shop` does not have it. Fields that were never changed have their defaults. */
export type ShopSettings = ShopChange;

export type DefaultShop = Omit<Shop, 'company'> & { readonly company: ShopCompany };

export interface WrittenPage {
  readonly slug: ShopPageSlug;
  readonly title: string;
  readonly description: string;
  /** In Markdown. */
  readonly body: string;
  readonly updatedAt: Date;
}

/** Empty data, because a real company must not get the example's data. */
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
  const { company = {}, recommendations = {}, featured: _, ...said } = settings;
  const isExample = company.legal_name === undefined;
  const base = isExample ? example : { ...nothingSaid, country: example.country };
  return {
    ...defaults,
    ...said,
    company: { ...base, ...company, is_example: isExample },
    recommendations: {
      ...defaults.recommendations,
      ...recommendations,
      signals: mergeSignals(defaults.recommendations.signals, recommendations.signals),
    },
  };
}

export function mergeSettings(before: ShopSettings, change: ShopChange): ShopSettings {
  const company = { ...before.company, ...change.company };
  const signals = mergeSignals(before.recommendations?.signals ?? {}, change.recommendations?.signals);
  const recommendations = {
    ...before.recommendations,
    ...change.recommendations,
    ...(!isEmpty(signals) && { signals }),
  };
  return {
    ...before,
    ...change,
    ...(!isEmpty(company) && { company }),
    ...(!isEmpty(recommendations) && { recommendations }),
  };
}

const isEmpty = (changes: object): boolean => Object.keys(changes).length === 0;
