/** @file What a loader may know beside its request. */
import type { KindredClient } from '@kindred/client';
import { createContext } from 'react-router';
import type { Nonces } from './nonces.tsx';

/** The server's log of the request. What is logged as `err` is an error. */
export interface PageLog {
  warn(details: { err: unknown }, message: string): void;
  error(details: { err: unknown }, message: string): void;
}

export const apiContext = createContext<KindredClient>();
export const publicUrlContext = createContext<string>();
/** Set: the page cannot be made, for this status. */
export const failedWithContext = createContext<number | undefined>();
/** Whether cookies of this page are for https alone. */
export const isOverHttpsContext = createContext<boolean>();
export const logContext = createContext<PageLog>();
export const noncesContext = createContext<Nonces>();
