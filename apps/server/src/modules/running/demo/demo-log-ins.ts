import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import {
  hasPassword,
  type Passwords,
  renewGivenPassword,
  strongPasswords,
} from '../../people/accounts/index.ts';
import {
  type DemoAccounts,
  type DemoRole,
  demoRoles,
  keepDemoAccounts,
  madeAccounts,
  newDemoAccounts,
  readDemoAccounts,
} from './demo-accounts.ts';

export interface DemoLogIn {
  readonly role: DemoRole;
  readonly email: string;
  /** Undefined if the file has none, or if the account has another password by now. */
  readonly password: string | undefined;
}

export interface DemoLogIns {
  /** Empty if the shop has no demo accounts. */
  readonly logIns: readonly DemoLogIn[];
  /** Whether accounts got new passwords because their old ones were not in the file. */
  readonly areNew: boolean;
}

/**
 * Returns the log-ins of the demo accounts. If the file has no passwords, as with earlier versions of Kindred, the accounts get new
 * ones, unless a person has changed the account.
 * @param mayRenew false if several data folders may share the database, because another one may have the passwords
 */
export async function findDemoLogIns({
  db,
  dataDir,
  mayRenew = true,
  passwords = strongPasswords,
}: {
  db: Database;
  dataDir: string;
  mayRenew?: boolean;
  passwords?: Passwords;
}): Promise<DemoLogIns> {
  const kept = await readDemoAccounts(dataDir);
  if (kept === undefined && mayRenew) return renew(db, dataDir, passwords);
  const logIns = await Promise.all(
    demoRoles.map(async (role): Promise<DemoLogIn[]> => {
      const { email } = madeAccounts[role];
      const password = kept?.[role]?.password;
      const isRight = await hasPassword(db, { email, password: password ?? '' }, passwords);
      return isRight === undefined ? [] : [{ role, email, password: isRight ? password : undefined }];
    }),
  );
  return { logIns: logIns.flat(), areNew: false };
}

async function renew(db: Database, dataDir: string, passwords: Passwords): Promise<DemoLogIns> {
  return withTransaction(db, async (tx) => {
    const accounts = newDemoAccounts();
    const renewed: { [role in DemoRole]?: DemoAccounts[role] } = {};
    const logIns: DemoLogIn[] = [];
    for (const role of demoRoles) {
      const { email, password } = accounts[role];
      const isRenewed = await renewGivenPassword(tx, { made: madeAccounts[role], password }, passwords);
      if (isRenewed === undefined) continue;
      if (isRenewed) renewed[role] = accounts[role];
      logIns.push({ role, email, password: isRenewed ? password : undefined });
    }
    const areNew = Object.keys(renewed).length > 0;
    if (areNew) await keepDemoAccounts(dataDir, renewed);
    return { logIns, areNew };
  });
}
