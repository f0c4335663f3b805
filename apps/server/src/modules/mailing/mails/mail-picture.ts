import { isResizable, pictureAt } from '@kindred/shop-types';

/** Returns a product's picture for a mail: twice as wide as shown, and as JPEG, because many mail programs know no newer format. */
export function mailPicture(
  url: string | null,
  { publicUrl, picturesUrl }: { readonly publicUrl: string; readonly picturesUrl: string },
): string | null {
  if (url === null) return null;
  return isResizable(url) ? picturesUrl + pictureAt(url, 160, 'jpg') : publicUrl + url;
}
