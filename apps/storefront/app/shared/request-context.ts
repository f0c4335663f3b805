/** @file The context of loaders and actions. */
import type { KindredClient } from '@kindred/client';
import { createContext } from 'react-router';
import type { Nonces } from './nonces.tsx';

/** The server's log of the request. `err` is the error. */
export interface PageLog {
  warn(details: { err: unknown }, message: string): void;
  error(details: { err: unknown }, message: string): void;
}

export const apiContext = createContext<KindredClient>();
export const publicUrlContext = createContext<string>();
/** If set, the page fails with this status. */
export const failedWithContext = createContext<number | undefined>();
/** Whether the page's cookies are sent over https only. */
export const isOverHttpsContext = createContext<boolean>();
/** Whether the visitor is logged in as one of the shop’s staff. */
export const isStaffContext = createContext<boolean>();
export const logContext = createContext<PageLog>();
export const noncesContext = createContext<Nonces>();
