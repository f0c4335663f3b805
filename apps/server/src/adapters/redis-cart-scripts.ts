/**
 * @file Scripts that run inside Redis. A cart is a hash: `v` is its version, `e` the epoch in which it was stored, `c` the cart as JSON.
 * A cart is valid only while its epoch is the current one.
 */

/** KEYS: epoch, cart. Returns the epoch, and the cart if it is valid. */
export const readScript = `
local epoch = redis.call('get', KEYS[1])
if not epoch then return {} end
local cart = redis.call('hmget', KEYS[2], 'e', 'c')
if cart[1] == epoch then return {epoch, cart[2]} end
return {epoch}`;

/**
 * KEYS: epoch, cart. ARGV: version, epoch, JSON, milliseconds to live. An older version never replaces a newer one. A cart of a past
 * epoch is stored as invalid, so that it still keeps older versions out.
 */
export const storeScript = `
local epoch = redis.call('get', KEYS[1])
local version = tonumber(redis.call('hget', KEYS[2], 'v') or '-1')
local isCurrent = epoch and epoch == ARGV[2]
if version > tonumber(ARGV[1]) or (version == tonumber(ARGV[1]) and not isCurrent) then return epoch end
redis.call('hset', KEYS[2], 'v', ARGV[1], 'e', isCurrent and epoch or 'over', 'c', ARGV[3])
redis.call('pexpire', KEYS[2], ARGV[4])
return epoch`;

/** KEYS: epoch. ARGV: milliseconds since 1970. The epoch grows even if Redis has lost the last one. */
export const nextEpochScript = `
local epoch = math.max(tonumber(redis.call('get', KEYS[1]) or '0') + 1, tonumber(ARGV[1]))
local text = string.format('%.0f', epoch)
redis.call('set', KEYS[1], text)
return text`;
