import { accountProblem } from './account-problem.ts';
import { commonPasswords } from './common-passwords.ts';

const shortest = 10;
const longest = 200;

/** Returns a sentence that says why a password is weak, or undefined if it is not. */
export function weaknessOf(password: string, email: string): string | undefined {
  const length = [...password].length;
  if (length < shortest) return `The password needs at least ${shortest} characters.`;
  if (length > longest) return `The password can have at most ${longest} characters.`;
  const lower = password.toLowerCase();
  if (lower.trim() === email.trim().toLowerCase()) return 'The password is the email address.';
  if (commonPasswords.has(lower) || new Set(lower).size < 3)
    return 'This password is very common and easy to guess.';
  return undefined;
}

/** @throws ProblemError `weak-password` */
export function requireGoodPassword(password: string, email: string): void {
  const weakness = weaknessOf(password, email);
  if (weakness !== undefined) throw accountProblem('weak-password', weakness);
}
