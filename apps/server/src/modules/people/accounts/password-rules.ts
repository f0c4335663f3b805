import { accountProblem } from './account-problem.ts';
import { commonPasswords } from './common-passwords.ts';

const shortest = 10;
const longest = 200;

/** What is wrong with a password, in a sentence; undefined: it will do. */
export function weaknessOf(password: string, email: string): string | undefined {
  const length = [...password].length;
  if (length < shortest) return `Passwords have at least ${shortest} characters.`;
  if (length > longest) return `Passwords have at most ${longest} characters.`;
  const lower = password.toLowerCase();
  if (lower.trim() === email.trim().toLowerCase()) return 'The password is the email address.';
  if (commonPasswords.has(lower) || new Set(lower).size < 3) return 'The password is one of the most common.';
  return undefined;
}

/** @throws ProblemError `weak-password` */
export function requireGoodPassword(password: string, email: string): void {
  const weakness = weaknessOf(password, email);
  if (weakness !== undefined) throw accountProblem('weak-password', weakness);
}
