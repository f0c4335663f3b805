import type { Shop } from '@kindred/contracts';
import { paper } from './mark.ts';

/** `/site.webmanifest`, for a shop that is kept on a home screen: https://www.w3.org/TR/appmanifest/ */
export function manifestOf({ name, description }: Pick<Shop, 'description' | 'name'>) {
  const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `/media/icons/${file}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    name,
    // Home screens cut longer names anywhere.
    short_name: name.length <= 12 ? name : (name.split(/\s+/).find((word) => word.length > 2) ?? name),
    description,
    start_url: '/',
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable-512', 512, 'maskable')],
  };
}
