import { isResizable, pictureAt } from '@kindred/shop-types';

/** A product's picture as a mail shows it: twice as wide as it is shown, and as JPEG, for many mail programs know no newer format. */
export function mailPicture(
  url: string | null,
  { publicUrl, picturesUrl }: { readonly publicUrl: string; readonly picturesUrl: string },
): string | null {
  if (url === null) return null;
  return isResizable(url) ? picturesUrl + pictureAt(url, 160, 'jpg') : publicUrl + url;
}
