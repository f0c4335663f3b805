/** The available widths of a picture, in pixels. */
export const pictureWidths = [80, 160, 240, 320, 480, 640, 800, 1200, 1600] as const;
export type PictureWidth = (typeof pictureWidths)[number];

/** `avif` is the smallest; every browser shows `jpg`. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

const form = /^(.*\/media\/pictures\/)\d+\/([\w-]+)\.\w+$/;

/**
 * Returns the address of the same picture in another width and format. An address that does not have the form
 * `.../media/pictures/{width}/{name}.{format}` names a picture with only one size, and is returned unchanged.
 */
export function pictureAt(address: string, width: PictureWidth, format: PictureFormat): string {
  return address.replace(form, `$1${width}/$2.${format}`);
}

/** Whether `pictureAt` has other sizes of this picture. */
export function isResizable(address: string): boolean {
  return form.test(address);
}

/** Returns the value of a `srcset`: the addresses of all widths up to `maxWidth`. */
export function pictureSet(address: string, format: PictureFormat, maxWidth: PictureWidth = 1600): string {
  return pictureWidths
    .filter((width) => width <= maxWidth)
    .map((width) => `${pictureAt(address, width, format)} ${width}w`)
    .join(', ');
}
