import { expect, test } from 'vitest';
import { isResizable, pictureAt, pictureSet } from './picture.ts';

const path = '/media/pictures/480/12-0a1b2c3d4e5f6071.jpg';

test('names the same picture in another width and format', () => {
  expect(pictureAt(path, 80, 'avif')).toBe('/media/pictures/80/12-0a1b2c3d4e5f6071.avif');
  expect(pictureAt(`https://cdn.test/shop${path}`, 1600, 'webp')).toBe(
    'https://cdn.test/shop/media/pictures/1600/12-0a1b2c3d4e5f6071.webp',
  );
});

test.each(['/images/lamp.jpg', 'https://host.test/a/480/lamp.jpg', '/media/drawn/mug.svg', ''])(
  'leaves %j, which comes in one size, as it is',
  (address) => {
    expect(isResizable(address)).toBe(false);
    expect(pictureAt(address, 80, 'avif')).toBe(address);
  },
);

test('lists the widths up to the largest that a place has room for', () => {
  expect(pictureSet(path, 'webp', 240)).toBe(
    [80, 160, 240].map((width) => `/media/pictures/${width}/12-0a1b2c3d4e5f6071.webp ${width}w`).join(', '),
  );
});
