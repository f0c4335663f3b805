/** Files that were fetched last, for the other sizes of the same picture that a page asks for. */
export interface RecentFiles {
  get(address: string): Buffer | undefined;
  add(address: string, file: Buffer): void;
}

export function createRecentFiles({ mostBytes }: { mostBytes: number }): RecentFiles {
  const files = new Map<string, Buffer>();
  let total = 0;
  function drop(address: string): void {
    total -= files.get(address)?.length ?? 0;
    files.delete(address);
  }
  return {
    get(address) {
      const file = files.get(address);
      if (file) {
        files.delete(address);
        files.set(address, file);
      }
      return file;
    },
    add(address, file) {
      drop(address);
      files.set(address, file);
      total += file.length;
      for (const oldest of files.keys()) {
        if (total <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
