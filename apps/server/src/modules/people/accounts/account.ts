import type { Profile } from '@kindred/contracts';

/** A user, as far as logging in and the profile go. */
export interface Account {
  readonly userId: string;
  /** Null: a reviewer of a data set, or erased. */
  readonly email: string | null;
  /** Those it had before, all verified. */
  readonly formerEmails: readonly string[];
  readonly passwordHash: string | null;
  readonly isVerified: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly age: number | null;
  readonly gender: 'Male' | 'Female' | 'Other' | null;
  readonly address: string | null;
  readonly role: 'shopper' | 'admin';
  /** UTC, ISO 8601. */
  readonly dateJoined: string;
}

export function profileOf(account: Account): Profile {
  return {
    user_id: account.userId,
    email: account.email,
    email_verified: account.isVerified,
    first_name: account.firstName,
    last_name: account.lastName,
    age: account.age,
    gender: account.gender,
    address: account.address,
    role: account.role,
    date_joined: account.dateJoined,
  };
}

/** A text of a profile as it is kept: without space around it; an empty one is none. */
export function tidyText(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
