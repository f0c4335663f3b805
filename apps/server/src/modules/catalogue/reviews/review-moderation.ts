import type { ReviewStatus } from '@kindred/contracts';

/** With a scheme, with www, or a name with an ending that spam likes. */
const link =
  /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(?:com|net|org|info|biz|shop|store|site|online|xyz|top|io|me|ru|cn|ly)\b/i;

/** The beginnings of words. A person reads what is caught, so a few are enough and a false alarm costs little. */
const insult =
  /\b(?:arsehole|asshole|bastard|bitch|cunt|dickhead|fuck|idiot|moron|retard|scumbag|shit|slut|twat|wanker|whore)/i;

/** What becomes of a review when it is written or changed: a person looks at whatever is in doubt before others see it. */
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
