/** @file The queue of this browser's events. The page keeps it until it ends. */
import type { ShopEvent } from '@kindred/contracts';
import { createEventQueue } from './event-queue.ts';

const address = '/api/v1/events';

declare global {
  interface Navigator {
    readonly globalPrivacyControl?: boolean;
  }
}

/** The shop drops the events of a browser that objects, so they need not be sent. */
const objects = (): boolean => navigator.globalPrivacyControl === true || navigator.doNotTrack === '1';

/** `sendBeacon` goes on when the page ends, as `keepalive` does. Only the latter says whether the batch arrived. */
async function send(events: readonly ShopEvent[]): Promise<boolean> {
  if (objects()) return true;
  const body = new Blob([JSON.stringify({ events })], { type: 'application/json' });
  if (navigator.sendBeacon(address, body)) return true;
  try {
    const { status } = await fetch(address, { method: 'POST', body, keepalive: true });
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}

/** `crypto.randomUUID` exists only on pages over https. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const eventQueue = createEventQueue({ send, newId });

/** Sends the last events before the page ends or goes into the background. Returns the way back. */
export function sendBeforeEnd(): () => void {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') eventQueue.flush();
  };
  document.addEventListener('visibilitychange', onHidden);
  addEventListener('pagehide', eventQueue.flush);
  return () => {
    document.removeEventListener('visibilitychange', onHidden);
    removeEventListener('pagehide', eventQueue.flush);
  };
}
