import type { preSerializationAsyncHookHandler } from 'fastify';

const fields = new Set(['image_url', 'url', 'large_url']);
const pictures = '/media/pictures/';

/**
 * For a shop whose pictures come through a CDN: an answer of the API leaves with the addresses of pictures below `baseUrl`. Within the
 * shop they are paths.
 */
export function presentPicturesAt(baseUrl: string): preSerializationAsyncHookHandler {
  return async (_request, _reply, payload) => rebased(payload, baseUrl);
}

/** What has no picture in it is given back as it is; nothing is changed in place, for answers may be kept. */
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
