import { useEffect, useState } from 'react';
import { useSession } from '../session/use-session.ts';
import { forgetSearches, recentSearches, rememberSearch, removeSearch } from './recent-searches.ts';

/** The searches that this browser remembers. `shown` is a search whose results are on the page. */
export function useRecentSearches(shown: string) {
  const { account, is_opted_out: isOptedOut } = useSession();
  const isMember = account !== null;
  const [texts, setTexts] = useState<readonly string[]>([]);
  const shopper = { isMember, isOptedOut };

  useEffect(() => {
    const now = { isMember, isOptedOut };
    if (shown !== '') rememberSearch(shown, now);
    // Forgets those of a member who logged out, and those of a shopper who opted out.
    else recentSearches(now);
  }, [shown, isMember, isOptedOut]);

  const look = () => setTexts(recentSearches(shopper));
  return {
    texts,
    look,
    remove(text: string) {
      removeSearch(text, shopper);
      look();
    },
    clear() {
      forgetSearches();
      look();
    },
  };
}
