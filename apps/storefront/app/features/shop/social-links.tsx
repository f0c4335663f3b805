import type { Shop, SocialNetwork } from '@kindred/contracts';
import { SocialIcon } from './social-icon.tsx';

const names: Record<SocialNetwork, string> = {
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  pinterest: 'Pinterest',
  tiktok: 'TikTok',
  x: 'X',
  youtube: 'YouTube',
};

export function SocialLinks({ links }: { links: Shop['social_links'] }) {
  if (links.length === 0) return null;
  return (
    <ul aria-label="Follow us" className="-ml-2.5 flex flex-wrap gap-x-1">
      {links.map(({ network, url }) => (
        <li key={network}>
          <a
            href={url}
            rel="me noreferrer"
            className="inline-flex min-h-11 items-center gap-2 rounded-full px-2.5 text-ink-muted text-sm hover:bg-surface-strong hover:text-ink"
          >
            <SocialIcon network={network} />
            {names[network]}
          </a>
        </li>
      ))}
    </ul>
  );
}
