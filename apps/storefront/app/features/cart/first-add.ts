const key = 'kindred-cart-was-shown';

/** True once per browser session; always false if the browser stores nothing. */
export function isFirstAdd(): boolean {
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, 'yes');
    return true;
  } catch {
    return false;
  }
}
