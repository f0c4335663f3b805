/** Removes the port: `[::1]:3000` becomes `::1`. */
export function hostName(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}

/** Whether the name or address means this machine. */
export function isLoopback(address: string): boolean {
  return /^(localhost|::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(address);
}
