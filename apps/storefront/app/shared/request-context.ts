/** @file What a loader may know beside its request. */
import type { ApiClient } from '@kindred/contracts';
import { createContext } from 'react-router';
import type { Nonces } from './nonces.tsx';

export const apiContext = createContext<ApiClient>();
export const publicUrlContext = createContext<string>();
export const noncesContext = createContext<Nonces>();
