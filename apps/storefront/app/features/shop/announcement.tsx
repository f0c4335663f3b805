import { Link } from '@kindred/ui';
import { useShop } from './use-shop.ts';

/** The merchant's message above every page. */
export function Announcement() {
  const announcement = useShop()?.announcement;
  if (!announcement) return null;
  const { text, href } = announcement;
  return (
    <p className="bg-accent px-4 py-2.5 text-center text-on-accent text-sm print:hidden">
      {href === null ? (
        text
      ) : (
        <Link href={href} className="underline underline-offset-4">
          {text}
        </Link>
      )}
    </p>
  );
}
