const problems: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  EACCES: 'it is closed to this account',
  EPERM: 'it is closed to this account',
  EROFS: 'its disk cannot be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for this account',
  EMFILE: 'too many files are open',
  EIO: 'the disk has an error',
  ENAMETOOLONG: 'its name is too long',
};

/** What the operating system has against a file, as the end of a sentence: `it does not exist (ENOENT)`. */
export function fileProblemOf(error: NodeJS.ErrnoException): string {
  const { code = '', syscall } = error;
  const problem = code === 'EEXIST' && syscall === 'mkdir' ? 'it is a file' : problems[code];
  return problem === undefined ? error.message : `${problem} (${code})`;
}
