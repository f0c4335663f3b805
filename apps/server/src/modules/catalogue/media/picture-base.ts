import type { preSerializationAsyncHookHandler } from 'fastify';

const fields = new Set(['image_url', 'second_image_url', 'url', 'large_url']);
const pictures = '/media/pictures/';

/**
 * For a shop whose pictures come through a CDN: puts `baseUrl` in front of the paths of pictures in every answer of the API. Inside
 * the shop, addresses of pictures are paths.
 */
export function presentPicturesAt(baseUrl: string): preSerializationAsyncHookHandler {
  return async (_request, _reply, payload) => rebased(payload, baseUrl);
}

/** Returns a value without pictures as it is. It changes nothing in place, because answers may be cached. */
function rebased(value: unknown, baseUrl: string): unknown {
  if (Array.isArray(value)) return value.map((one) => rebased(one, baseUrl));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      fields.has(name) && typeof one === 'string' && one.startsWith(pictures)
        ? baseUrl + one
        : rebased(one, baseUrl),
    ]),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
