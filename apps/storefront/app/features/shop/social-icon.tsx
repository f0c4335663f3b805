import type { SocialNetwork } from '@kindred/contracts';
import type { ReactNode } from 'react';

/** Drawings in the style of the shop's other icons. They suggest the networks and are not their trademarks. */
const drawings: Record<SocialNetwork, ReactNode> = {
  bluesky: (
    <path d="M12 11C10.6 8.300 7.500 5.200 5 4.200c-1.500-.6-2.200.2-2.200 1.600 0 1.300.7 4.900 1.200 5.600 1 1.500 3 1.900 4.900 1.600-3.300.6-4.400 2.200-2.700 4.200 3 3.300 4.800-.4 5.800-2.900 1 2.500 2.700 6 5.700 2.900 1.800-2 .7-3.600-2.600-4.200 1.900.3 3.900-.1 4.900-1.600.5-.7 1.200-4.300 1.200-5.600 0-1.400-.7-2.200-2.200-1.600-2.500 1-5.600 4.100-7 6.800z" />
  ),
  facebook: <path d="M18 2h-3a5 5 0 0 0-5 5v3H7v4h3v8h4v-8h3l1-4h-4V7a1 1 0 0 1 1-1h3z" />,
  instagram: (
    <>
      <rect x="3" y="3" width="18" height="18" rx="5" />
      <circle cx="12" cy="12" r="4" />
      <path d="M17 7h.01" />
    </>
  ),
  linkedin: (
    <>
      <rect x="3" y="3" width="18" height="18" rx="3" />
      <path d="M8 11v5M8 8h.01M12 16v-5M12 13.500c0-1.500 1-2.500 2.200-2.500S16 12 16 13.500V16" />
    </>
  ),
  mastodon: (
    <>
      <path d="M20 11.500c0 3.500-2 4.500-5 4.800-1.700.2-3.500.2-5 0 .2 2 2.500 2.500 6 1.700v2c-6 1.500-10.500-.5-11.500-5-.5-3-.7-7 .5-9.500C6 3.500 8.500 3 12 3s6 .5 7.200 2.500c.8 1.400.8 3.800.8 6z" />
      <path d="M8 12.500V9a2 2 0 0 1 4 0v2.500M12 9a2 2 0 0 1 4 0v3.500" />
    </>
  ),
  pinterest: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.500 20.500l2.500-10M8.500 12.500c-1-3 1-5 3.700-5 2.500 0 4 1.700 3.800 4-.2 2.300-1.700 3.500-3.200 3.500-1 0-1.600-.5-1.800-1" />
    </>
  ),
  tiktok: <path d="M14 3v12a4 4 0 1 1-4-4M14 3c.3 2.800 2.200 4.700 5 5" />,
  x: <path d="M4 4l16 16M20 4L4 20" />,
  youtube: (
    <>
      <rect x="2" y="5" width="20" height="14" rx="4" />
      <path d="M10 9l5 3-5 3z" />
    </>
  ),
};

export function SocialIcon({ network }: { network: SocialNetwork }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="size-5 shrink-0 fill-none stroke-current"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[network]}
    </svg>
  );
}
