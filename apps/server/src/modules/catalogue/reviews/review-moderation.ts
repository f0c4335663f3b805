import type { ReviewStatus } from '@kindred/contracts';

/** Starts with a scheme or www, or ends in a domain that spam often uses. */
const link =
  /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(?:com|net|org|info|biz|shop|store|site|online|xyz|top|io|me|ru|cn|ly)\b/i;

/** The beginnings of words. A moderator reads every match, so a few words are enough and a false alarm costs little. */
const insult =
  /\b(?:arsehole|asshole|bastard|bitch|cunt|dickhead|fuck|idiot|moron|retard|scumbag|shit|slut|twat|wanker|whore)/i;

/** The status of a review that was just written or changed. A doubtful review waits for a moderator before others see it. */
export function statusOnWriting({
  title,
  text,
  isVerifiedPurchase,
  wasRejected = false,
}: {
  title: string;
  text: string;
  isVerifiedPurchase: boolean;
  wasRejected?: boolean;
}): ReviewStatus {
  const words = `${title}\n${text}`.normalize('NFKC');
  const isInDoubt = wasRejected || !isVerifiedPurchase || link.test(words) || insult.test(words);
  return isInDoubt ? 'pending' : 'published';
}
