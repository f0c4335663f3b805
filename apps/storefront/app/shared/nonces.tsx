import { createContext, useContext } from 'react';

/** What the content security policy asks of the page's own scripts and styles, if there is a policy. */
export interface Nonces {
  script: string | undefined;
  style: string | undefined;
}

/** Browsers hide nonces from scripts: where the server wrote one, the page now reads as empty. */
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
