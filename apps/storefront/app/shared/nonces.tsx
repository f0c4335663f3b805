import { createContext, useContext } from 'react';

/** The nonces that the content security policy requires of the page's scripts and styles, if there is a policy. */
export interface Nonces {
  script: string | undefined;
  style: string | undefined;
}

/** Browsers hide nonces from scripts, so a nonce that the server wrote reads as an empty string. */
function hiddenNonces(): Nonces {
  const isServer = typeof document === 'undefined';
  const hasPolicy = !isServer && document.querySelector('meta[property=csp-nonce]')?.hasAttribute('nonce');
  return hasPolicy ? { script: '', style: '' } : { script: undefined, style: undefined };
}

const NoncesOfPage = createContext<Nonces>(hiddenNonces());

export const NoncesProvider = NoncesOfPage.Provider;

export function useNonces(): Nonces {
  return useContext(NoncesOfPage);
}
