/** The widths that a picture can be had in, in pixels. */
export const pictureWidths = [80, 160, 240, 320, 480, 640, 800, 1200, 1600] as const;
export type PictureWidth = (typeof pictureWidths)[number];

/** `avif` is the smallest, `jpg` is shown everywhere. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

const form = /^(.*\/media\/pictures\/)\d+\/([\w-]+)\.\w+$/;

/**
 * The address of the same picture in another width and format. An address that is not of this form,
 * `.../media/pictures/{width}/{name}.{format}`, names a picture that comes in one size: it is given back as it is.
 */
export function pictureAt(address: string, width: PictureWidth, format: PictureFormat): string {
  return address.replace(form, `$1${width}/$2.${format}`);
}

/** Whether `pictureAt` gives other sizes of it. */
export function isResizable(address: string): boolean {
  return form.test(address);
}

/** What a `srcset` says: the addresses of all widths up to `maxWidth`. */
export function pictureSet(address: string, format: PictureFormat, maxWidth: PictureWidth = 1600): string {
  return pictureWidths
    .filter((width) => width <= maxWidth)
    .map((width) => `${pictureAt(address, width, format)} ${width}w`)
    .join(', ');
}
