import type { Profile } from '@kindred/contracts';

/** The data of a user for the log-in and the profile. */
export interface Account {
  readonly userId: string;
  /** Null for a reviewer of a data set and for an erased account. */
  readonly email: string | null;
  /** The verified addresses that it had before. */
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

/** Trims a text of a profile. An empty text becomes null. */
export function tidyText(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
