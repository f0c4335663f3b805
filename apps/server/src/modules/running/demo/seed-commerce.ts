import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createAccount } from '../../people/accounts/index.ts';
import { savePromotion, saveShippingMethod, saveTaxRate } from '../../selling/pricing/index.ts';
import {
  type DemoAccounts,
  demoRoles,
  keepDemoAccounts,
  madeAccounts,
  newDemoAccounts,
  readDemoAccounts,
} from './demo-accounts.ts';

const currency = 'USD';

/** Adds shipping methods, taxes, promo codes and demo accounts. Returns undefined if the shop already has them. */
export async function seedCommerce(
  db: Transaction,
  { dataDir }: { /** Where the log-ins are kept. */ dataDir: string },
): Promise<DemoAccounts | undefined> {
  const emails = demoRoles.map((role) => madeAccounts[role].email);
  const { rows } = await db.execute(
    sql`select from users where lower(email) = any(${emails}::text[]) limit 1`,
  );
  if (rows.length > 0) return undefined;

  const shipping = { currency, minDays: 3, maxDays: 5 };
  await saveShippingMethod(db, {
    ...shipping,
    shippingMethodId: 'standard',
    name: 'Standard',
    description: 'By post, with tracking',
    priceMinor: 490,
    freeFromMinor: 5_000,
    position: 1,
  });
  await saveShippingMethod(db, {
    ...shipping,
    shippingMethodId: 'express',
    name: 'Express',
    description: 'By courier, to your door',
    priceMinor: 1_290,
    minDays: 1,
    maxDays: 2,
    position: 2,
  });

  const vat = { name: 'VAT', isInclusive: true, taxesShipping: true };
  const salesTax = { name: 'Sales tax', isInclusive: false, taxesShipping: false };
  await saveTaxRate(db, { ...salesTax, country: 'US', basisPoints: 825 });
  await saveTaxRate(db, { ...salesTax, name: 'GST', country: 'CA', basisPoints: 500 });
  for (const [country, basisPoints] of Object.entries({
    AT: 2_000,
    CH: 810,
    DE: 1_900,
    ES: 2_100,
    FR: 2_000,
    GB: 2_000,
    IE: 2_300,
    IT: 2_200,
    NL: 2_100,
  }))
    await saveTaxRate(db, { ...vat, country, basisPoints });

  await savePromotion(db, {
    code: 'WELCOME10',
    description: '10 % off your first order',
    kind: 'percentage',
    basisPoints: 1_000,
    usageLimitPerPerson: 1,
  });
  await savePromotion(db, {
    code: 'FREESHIP',
    description: 'Free shipping from $25',
    kind: 'free-shipping',
    currency,
    minimumSpendMinor: 2_500,
    isCombinable: true,
  });
  await savePromotion(db, {
    code: 'FIFTEEN',
    description: '$15 off from $100',
    kind: 'amount',
    amountMinor: 1_500,
    currency,
    minimumSpendMinor: 10_000,
    isCombinable: true,
  });

  // Passwords that an earlier attempt wrote to the file may have been shown already.
  const accounts: DemoAccounts = { ...newDemoAccounts(), ...(await readDemoAccounts(dataDir)) };
  await keepDemoAccounts(dataDir, accounts);
  for (const role of demoRoles)
    await createAccount(db, { ...madeAccounts[role], ...accounts[role], isVerified: true });
  return accounts;
}
