const key = 'kindred-cart-was-shown';

/** Once in a session of the browser; never where it keeps nothing. */
export function isFirstAdd(): boolean {
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, 'yes');
    return true;
  } catch {
    return false;
  }
}
